#pragma once

namespace lintel::app::cli {

class CommandSet;

void addNewCommand(CommandSet& commands);
void addTemplatesCommand(CommandSet& commands);
void addKindsCommand(CommandSet& commands);
void addRulesCommand(CommandSet& commands);
void addExplainCommand(CommandSet& commands);
void addCheckCommand(CommandSet& commands);
void addExportCommand(CommandSet& commands);
void addLayoutCommand(CommandSet& commands);
void addFmtCommand(CommandSet& commands);
void addDiffCommand(CommandSet& commands);
void addMergeCommand(CommandSet& commands);
void addGitCommand(CommandSet& commands);
void addReachCommand(CommandSet& commands);
void addFailCommand(CommandSet& commands);
void addMatrixCommand(CommandSet& commands);
void addAddressesCommand(CommandSet& commands);
void addCostCommand(CommandSet& commands);
void addWaiveCommand(CommandSet& commands);
void addPolicyCommand(CommandSet& commands);

}  // namespace lintel::app::cli
