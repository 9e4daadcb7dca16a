#include "tests/exporters/terraform/terraform_check.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace lintel::exporters::terraform::test {

namespace {

namespace fs = std::filesystem;

constexpr const char* kBesideCheckout = "shared/tools/terraform-offline/tf-check";
constexpr int kFoldersUp = 3;  // A worktree may lie deeper than the checkout.

CheckResult run(const std::string& command)
{
    CheckResult result;
    std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (!pipe) return {2, "cannot run " + command};
    std::array<char, 4096> buffer{};
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe))
        result.output.append(buffer.data(), size);
    const int status = ::pclose(pipe);
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 2;
    return result;
}

void writeInto(const fs::path& folder, const Files& files)
{
    for (const auto& [path, bytes] : files) {
        fs::create_directories((folder / path).parent_path());
        std::ofstream(folder / path, std::ios::binary) << bytes;
    }
}

/// Where the check says that it left its working copy.
fs::path keptFolder(const std::string& output)
{
    static const std::string kWord = "kept      ";
    const std::size_t at = output.find(kWord);
    return at == std::string::npos
               ? fs::path()
               : fs::path(output.substr(at + kWord.size(), output.find('\n', at) - at - kWord.size()));
}

fs::path freshFolder()
{
    static int number = 0;
    const fs::path folder =
        fs::temp_directory_path() / ("lintel-terraform-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

}  // namespace

std::optional<std::string> terraformCheck()
{
    if (run("terraform version").code != 0) return std::nullopt;
    if (const char* program = std::getenv("LINTEL_TF_CHECK")) return std::string(program);
    fs::path folder = fs::path(LINTEL_SOURCE_DIR).parent_path();
    for (int up = 0; up < kFoldersUp; ++up, folder = folder.parent_path()) {
        if (fs::exists(folder / kBesideCheckout)) return (folder / kBesideCheckout).string();
    }
    return std::nullopt;
}

CheckResult runTerraformCheck(const std::string& program, const Files& files, const std::string& arguments)
{
    const fs::path folder = freshFolder();
    writeInto(folder, files);
    const CheckResult result = run("'" + program + "' " + arguments + " '" + folder.string() + "'");
    fs::remove_all(folder);
    return result;
}

CheckResult planOnTopOf(const std::string& program, const Files& before, const Files& after)
{
    CheckResult result = runTerraformCheck(program, before, "--apply --keep");
    const fs::path kept = keptFolder(result.output);
    if (result.code != 0 || kept.empty()) return result;
    for (const auto& entry : fs::directory_iterator(kept)) {
        if (entry.path().extension() == ".tf") fs::remove(entry.path());
    }
    writeInto(kept, after);
    const std::string terraform = "cd '" + kept.string() +
                                  "' && TF_CLI_CONFIG_FILE=../cli.tfrc AWS_ACCESS_KEY_ID=none "
                                  "AWS_SECRET_ACCESS_KEY=none AWS_EC2_METADATA_DISABLED=true terraform ";
    result = run(terraform + "plan -refresh=false -input=false -no-color -out=second.tfplan");
    if (result.code == 0) result = run(terraform + "show -json second.tfplan");
    fs::remove_all(kept.parent_path());
    return result;
}

}  // namespace lintel::exporters::terraform::test
