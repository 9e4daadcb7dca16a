#pragma once

#include "rendering/display_list/primitives.h"

#include <cstdint>

/// Numbers that tell what is painted apart: the same number means the same ink, for practical purposes (64 bits).
/// Only compared within one run of the program; they reach no file.
namespace lintel::rendering {

std::uint64_t fingerprintOf(const Box& box);
/// By the icon's name; its number is another one in another list.
std::uint64_t fingerprintOf(const IconMark& icon);
std::uint64_t fingerprintOf(const TextLine& text);
std::uint64_t fingerprintOf(const Polyline& line);
std::uint64_t fingerprintOf(const Badge& badge);
std::uint64_t fingerprintOf(const QRectF& area);

/// Depends on the order.
std::uint64_t mixed(std::uint64_t print, std::uint64_t next);

}  // namespace lintel::rendering
