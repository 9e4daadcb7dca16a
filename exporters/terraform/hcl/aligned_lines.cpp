#include "exporters/terraform/hcl/aligned_lines.h"

#include <algorithm>

namespace lintel::exporters::terraform::hcl {

void AlignedLines::add(std::string name, std::string value)
{
    if (value.find('\n') == std::string::npos) {
        m_run.emplace_back(std::move(name), std::move(value));
        return;
    }
    flush();
    m_text += m_margin + name + " = " + value + "\n";
}

void AlignedLines::addPlain(const std::string& lines)
{
    flush();
    m_text += lines;
}

std::string AlignedLines::take()
{
    flush();
    return std::move(m_text);
}

void AlignedLines::flush()
{
    std::size_t width = 0;
    for (const auto& [name, value] : m_run) width = std::max(width, name.size());
    for (const auto& [name, value] : m_run)
        m_text += m_margin + name + std::string(width - name.size(), ' ') + " = " + value + "\n";
    m_run.clear();
}

}  // namespace lintel::exporters::terraform::hcl
