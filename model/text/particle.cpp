#include "model/text/particle.h"

#include <cstdint>

namespace lintel::model::text {

namespace {

enum class Ending { Vowel, Consonant, Rieul };

constexpr std::uint32_t kFirstSyllable = 0xAC00;
constexpr std::uint32_t kLastSyllable = 0xD7A3;
constexpr std::uint32_t kFinals = 28;
constexpr std::uint32_t kRieulFinal = 8;

struct Spoken {
    std::uint32_t last = 0;
    bool isRieul = false;        ///< an English word in -le: `file`
    bool isClosed = false;       ///< an English word whose last sound closes the syllable: `spring`, `static`, `app`
    bool isAfterLetter = false;  ///< a digit read in English, as part of a name: `S3`
};

bool isLatin(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

bool isVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// English words in small letters as Koreans say them: 스프링, 스태틱, 블록, 웹, 앱, 버킷; but 부트, 루프, 클라이언트.
bool isClosedWord(std::string_view word)
{
    for (const std::string_view ending : {"ng", "ic", "ck", "pp", "web", "job"})
        if (word.ends_with(ending)) return true;
    if (word.size() < 3 || !isVowel(word[word.size() - 2])) return false;
    const char before = word[word.size() - 3];
    if (word.back() == 'p') return !word.ends_with("oop");
    return word.back() == 't' && !isVowel(before) && before >= 'a' && before <= 'z';
}

/// The last code point that is a letter or digit; brackets and quotes are not pronounced.
Spoken lastSpoken(std::string_view word)
{
    while (!word.empty()) {
        std::size_t start = word.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(word[start]) & 0xC0) == 0x80) --start;
        const auto lead = static_cast<unsigned char>(word[start]);
        std::uint32_t code = lead;
        if (lead >= 0xE0 && lead < 0xF0 && word.size() - start == 3)
            code = ((lead & 0x0FU) << 12) | ((static_cast<unsigned char>(word[start + 1]) & 0x3FU) << 6) |
                   (static_cast<unsigned char>(word[start + 2]) & 0x3FU);
        const bool letter =
            (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
        const bool isAfterLetter = start > 0 && isLatin(word[start - 1]);
        if (letter || code >= kFirstSyllable) return {code, word.ends_with("le"), isClosedWord(word), isAfterLetter};
        word = word.substr(0, start);
    }
    return {};
}

Ending endingOf(Spoken spoken)
{
    if (spoken.isRieul) return Ending::Rieul;
    if (spoken.isClosed) return Ending::Consonant;
    const std::uint32_t code = spoken.last;
    if (code == '3' && spoken.isAfterLetter) return Ending::Vowel;
    if (code >= kFirstSyllable && code <= kLastSyllable) {
        const std::uint32_t last = (code - kFirstSyllable) % kFinals;
        if (last == 0) return Ending::Vowel;
        return last == kRieulFinal ? Ending::Rieul : Ending::Consonant;
    }
    // Small letters are read as words (Scouter: 스카우터), capitals by name (ECR: 이씨알).
    switch (code) {
        case '1':
        case '7':
        case '8':
        case 'l':
        case 'L':
        case 'R': return Ending::Rieul;
        case '0':
        case '3':
        case '6':
        case 'm':
        case 'M':
        case 'n':
        case 'N': return Ending::Consonant;
        default: return Ending::Vowel;
    }
}

}  // namespace

std::string_view particleFor(std::string_view word, std::string_view choice)
{
    const auto slash = choice.find('/');
    if (slash == std::string_view::npos) return choice;
    const std::string_view afterConsonant = choice.substr(0, slash);
    const std::string_view afterVowel = choice.substr(slash + 1);
    const Ending ending = endingOf(lastSpoken(word));
    const bool takesFirst = ending == Ending::Consonant || (ending == Ending::Rieul && afterConsonant != "으로");
    return takesFirst ? afterConsonant : afterVowel;
}

}  // namespace lintel::model::text
