// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/syntax_private.h"
#include "core/support/in_quotes.h"

#include <charconv>
#include <initializer_list>
#include <optional>

namespace zeropoint::course {
namespace {

constexpr int mostDepth = 100;
constexpr std::size_t mostCharacters = 4096;

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

struct Token {
    char kind = 'e';  ///< n number, t text, w word, o sign, e end
    std::string text;
    double number = 0;
    std::size_t at = 0;
};

class Parser {
public:
    explicit Parser(std::string_view expression) : m_expression(expression) { next(); }

    Result<Syntax> whole() {
        Syntax tree = either();
        if (!m_error && m_token.kind != 'e') {
            refuse("is not expected here");
        }
        if (m_error) {
            return tl::unexpected(*m_error);
        }
        return tree;
    }

private:
    void refuse(const std::string& what, const std::string& remedy = {}) {
        if (!m_error) {
            const std::string name =
                m_token.kind == 'e' ? std::string("The end") : inQuotes(m_token.text);
            m_error =
                Error{ErrorCode::InvalidArgument, name + ' ' + what,
                      "column " + std::to_string(m_token.at + 1) + " of " + inQuotes(m_expression),
                      remedy};
        }
        m_at = m_expression.size();  // nothing more is read
        m_token = {};
    }

    void next() {
        while (m_at < m_expression.size() && m_expression[m_at] == ' ') {
            ++m_at;
        }
        m_token = {};
        m_token.at = m_at;
        if (m_at >= m_expression.size()) {
            return;
        }
        const char c = m_expression[m_at];
        if (isDigit(c) || c == '.') {
            readNumber();
        } else if (c == '\'') {
            readText();
        } else if (isLetter(c)) {
            readWord();
        } else {
            readSign();
        }
    }

    void readNumber() {
        const char* begin = m_expression.data() + m_at;
        const char* end = m_expression.data() + m_expression.size();
        const auto [rest, error] = std::from_chars(begin, end, m_token.number);
        const std::size_t size = error == std::errc() ? std::size_t(rest - begin) : 1;
        m_token.kind = 'n';
        m_token.text = m_expression.substr(m_at, size);
        m_at += size;
        if (error != std::errc()) {
            refuse("is no number");
        }
    }

    void readText() {
        const std::size_t close = m_expression.find('\'', m_at + 1);
        m_token.kind = 't';
        if (close == std::string_view::npos) {
            m_token.text.assign(1, '\'');
            refuse("has no end", "Close the text with '");
            return;
        }
        m_token.text = m_expression.substr(m_at + 1, close - m_at - 1);
        m_at = close + 1;
    }

    void readWord() {
        const std::size_t begin = m_at;
        while (m_at < m_expression.size() &&
               (isLetter(m_expression[m_at]) || isDigit(m_expression[m_at]))) {
            ++m_at;
        }
        m_token.text = m_expression.substr(begin, m_at - begin);
        m_token.kind =
            m_token.text == "and" || m_token.text == "or" || m_token.text == "not" ? 'o' : 'w';
    }

    void readSign() {
        const std::string_view two = m_expression.substr(m_at, 2);
        const bool isTwo = two == "<=" || two == ">=" || two == "==" || two == "!=";
        m_token.kind = 'o';
        m_token.text = m_expression.substr(m_at, isTwo ? 2 : 1);
        m_at += m_token.text.size();
        if (!isTwo &&
            std::string_view("+-*/^()<>,").find(m_token.text[0]) == std::string_view::npos) {
            refuse("is not expected here");
        }
    }

    bool isSign(std::initializer_list<std::string_view> signs) const {
        if (m_token.kind == 'o') {
            for (const std::string_view sign : signs) {
                if (m_token.text == sign) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The level above, joined by the given signs from the left.
    template <typename Above>
    Syntax joined(Above above, std::initializer_list<std::string_view> signs) {
        Syntax left = (this->*above)();
        while (!m_error && isSign(signs)) {
            Syntax node{SyntaxKind::Operation, 0, m_token.text, m_token.at, {}};
            next();
            node.parts.push_back(std::move(left));
            node.parts.push_back((this->*above)());
            left = std::move(node);
        }
        return left;
    }

    Syntax either() {
        if (++m_depth > mostDepth) {
            refuse("is nested too deep", "Name parts of it under \"values\"");
            return {};
        }
        Syntax tree = joined(&Parser::both, {"or"});
        --m_depth;
        return tree;
    }
    Syntax both() { return joined(&Parser::denied, {"and"}); }
    Syntax denied() { return prefixed("not", &Parser::compared, &Parser::denied); }
    Syntax compared() { return joined(&Parser::sum, {"<", "<=", ">", ">=", "==", "!="}); }
    Syntax sum() { return joined(&Parser::product, {"+", "-"}); }
    Syntax product() { return joined(&Parser::negated, {"*", "/"}); }
    Syntax negated() { return prefixed("-", &Parser::power, &Parser::negated); }

    template <typename Above, typename Again>
    Syntax prefixed(std::string_view sign, Above above, Again again) {
        if (!isSign({sign})) {
            return (this->*above)();
        }
        if (++m_depth > mostDepth) {
            refuse("is nested too deep");
            return {};
        }
        Syntax node{SyntaxKind::Operation, 0, m_token.text, m_token.at, {}};
        next();
        node.parts.push_back((this->*again)());
        --m_depth;
        return node;
    }

    /// To the right, and above the sign before it: -2^2 is -4, 2^-1 is 0.5.
    Syntax power() {
        Syntax left = single();
        if (m_error || !isSign({"^"})) {
            return left;
        }
        if (++m_depth > mostDepth) {
            refuse("is nested too deep");
            return left;
        }
        Syntax node{SyntaxKind::Operation, 0, m_token.text, m_token.at, {}};
        next();
        node.parts.push_back(std::move(left));
        node.parts.push_back(negated());
        --m_depth;
        return node;
    }

    Syntax single() {
        Syntax node{SyntaxKind::Number, m_token.number, m_token.text, m_token.at, {}};
        switch (m_token.kind) {
            case 'n':
                next();
                return node;
            case 't':
                node.kind = SyntaxKind::Text;
                next();
                return node;
            case 'w':
                next();
                node.kind = SyntaxKind::Name;
                if (isSign({"("})) {
                    node.kind = SyntaxKind::Call;
                    readArguments(node);
                }
                return node;
            default:
                break;
        }
        if (!isSign({"("})) {
            refuse("is not expected here", "Give a number, a name or 'a text'");
            return node;
        }
        next();
        node = either();
        close();
        return node;
    }

    void readArguments(Syntax& node) {
        next();
        while (!m_error && !isSign({")"})) {
            node.parts.push_back(either());
            if (!isSign({","})) {
                break;
            }
            next();
        }
        close();
    }

    void close() {
        if (m_error) {
            return;
        }
        if (!isSign({")"})) {
            refuse("stands where a bracket should close");
            return;
        }
        next();
    }

    std::string_view m_expression;
    std::size_t m_at = 0;
    int m_depth = 0;
    Token m_token;
    std::optional<Error> m_error;
};

}  // namespace

Result<Syntax> parseExpression(std::string_view expression) {
    if (expression.size() > mostCharacters) {
        return fail(ErrorCode::TooLarge, "The expression is too long",
                    std::to_string(expression.size()) + " characters",
                    "Name parts of it under \"values\"");
    }
    return Parser(expression).whole();
}

}  // namespace zeropoint::course
