#pragma once

#include "model/document/document.h"

namespace lintel::model::edit {

/// A record as values by the keys of the file (`in`, `from`, `ports`, `subjects`, properties...), so that differences
/// and merges can go field by field. What is empty is absent. The id is not among them.
Properties valuesOf(const Settings& settings);
Properties valuesOf(const Block& block);
Properties valuesOf(const Connection& connection);
Properties valuesOf(const Note& note);
Properties valuesOf(const Waiver& waiver);

/// The way back: recordOf<Block>(id, valuesOf(block)) == block.
template <class Record>
Record recordOf(decltype(Record::id) id, Properties values);
Settings settingsOf(Properties values);

}  // namespace lintel::model::edit
