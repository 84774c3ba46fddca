// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/expression.h"

#include "core/course/function_private.h"
#include "core/course/syntax_private.h"
#include "core/support/in_quotes.h"

#include <array>
#include <charconv>
#include <cmath>

namespace zeropoint::course {
namespace {

std::string allDigits(double number) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

std::string asText(const Value& value) {
    return isNumber(value) ? allDigits(std::get<double>(value)) : std::get<std::string>(value);
}

class Evaluator {
public:
    Evaluator(std::string_view expression, const Scope& scope)
        : m_expression(expression), m_scope(scope) {}

    Result<Value> value(const Syntax& node) const {
        switch (node.kind) {
            case SyntaxKind::Number:
                return node.number;
            case SyntaxKind::Text:
                return node.text;
            case SyntaxKind::Name:
                return m_scope.value(node.text);
            case SyntaxKind::Operation:
                return node.parts.size() == 1 ? unary(node) : binary(node);
            case SyntaxKind::Call:
                return node.text == "if" ? choice(node) : call(node);
        }
        return wrong(node, "cannot be read");
    }

private:
    tl::unexpected<Error> wrong(const Syntax& node, const std::string& what,
                                const std::string& remedy = {}) const {
        return fail(ErrorCode::InvalidArgument, inQuotes(node.text) + ' ' + what,
                    "column " + std::to_string(node.at + 1) + " of " + inQuotes(m_expression),
                    remedy);
    }

    Result<Value> unary(const Syntax& node) const {
        const Result<Value> operand = value(node.parts[0]);
        if (!operand) {
            return operand;
        }
        if (!isNumber(*operand)) {
            return wrong(node, "needs a number");
        }
        const double x = std::get<double>(*operand);
        return node.text == "not" ? (x == 0 ? 1.0 : 0.0) : -x;
    }

    Result<Value> binary(const Syntax& node) const {
        const Result<Value> left = value(node.parts[0]);
        const Result<Value> right = left ? value(node.parts[1]) : left;
        if (!right) {
            return right;
        }
        if (isNumber(*left) && isNumber(*right)) {
            return finite(node,
                          numbers(node.text, std::get<double>(*left), std::get<double>(*right)));
        }
        if (node.text == "+") {
            return asText(*left) + asText(*right);
        }
        if (!isNumber(*left) && !isNumber(*right) && (node.text == "==" || node.text == "!=")) {
            return (*left == *right) == (node.text == "==") ? 1.0 : 0.0;
        }
        return wrong(node, "does not go with a text", "Give two numbers");
    }

    static double numbers(const std::string& sign, double a, double b) {
        const auto truth = [](bool holds) { return holds ? 1.0 : 0.0; };
        if (sign == "+")
            return a + b;
        if (sign == "-")
            return a - b;
        if (sign == "*")
            return a * b;
        if (sign == "/")
            return a / b;
        if (sign == "^")
            return std::pow(a, b);
        if (sign == "<")
            return truth(a < b);
        if (sign == "<=")
            return truth(a <= b);
        if (sign == ">")
            return truth(a > b);
        if (sign == ">=")
            return truth(a >= b);
        if (sign == "==")
            return truth(a == b);
        if (sign == "!=")
            return truth(a != b);
        if (sign == "and")
            return truth(a != 0 && b != 0);
        return truth(a != 0 || b != 0);
    }

    Result<Value> finite(const Syntax& node, double result) const {
        if (std::isnan(result)) {
            return wrong(node, "has no result here", "Check for a division of zero by zero");
        }
        return result;
    }

    Result<Value> choice(const Syntax& node) const {
        if (node.parts.size() != 3) {
            return wrong(node, "takes three arguments", "Write if(condition, then, else)");
        }
        const Result<Value> condition = value(node.parts[0]);
        if (!condition) {
            return condition;
        }
        if (!isNumber(*condition)) {
            return wrong(node, "needs a condition", "Compare with == or <");
        }
        return value(node.parts[std::get<double>(*condition) != 0 ? 1 : 2]);
    }

    Result<Value> call(const Syntax& node) const {
        const Function* function = findFunction(node.text);
        if (function == nullptr) {
            return wrong(node, "is no function", "docs/lessons.md lists them");
        }
        std::vector<Value> arguments;
        for (const Syntax& part : node.parts) {
            Result<Value> argument = value(part);
            if (!argument) {
                return argument;
            }
            arguments.push_back(std::move(*argument));
        }
        if (!fits(*function, arguments)) {
            return wrong(node, "is called with other arguments than it takes",
                         "Write " + std::string(function->name) + '(' +
                             std::string(function->arguments) + ')');
        }
        Result<Value> result = function->call(Call(arguments, m_scope));
        if (result && isNumber(*result)) {
            return finite(node, std::get<double>(*result));
        }
        return result;
    }

    static bool fits(const Function& function, const std::vector<Value>& arguments) {
        const std::size_t bar = function.kinds.find('|');
        const std::size_t least = std::min(bar, function.kinds.size());
        std::string kinds(function.kinds);
        std::erase(kinds, '|');
        if (arguments.size() < least || arguments.size() > kinds.size()) {
            return false;
        }
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (kinds[i] != 'a' && (kinds[i] == 'n') != isNumber(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    std::string_view m_expression;
    const Scope& m_scope;
};

constexpr auto tables = {arithmeticFunctions, affineFunctions, formatFunctions,
                         tensorFunctions,     memoryFunctions, stateFunctions};

}  // namespace

const Function* findFunction(std::string_view name) {
    for (const auto table : tables) {
        for (const Function& function : table()) {
            if (function.name == name) {
                return &function;
            }
        }
    }
    return nullptr;
}

std::vector<FunctionName> functionNames() {
    std::vector<FunctionName> names{{"if", "condition, then, else"}};
    for (const auto table : tables) {
        for (const Function& function : table()) {
            names.push_back({function.name, function.arguments});
        }
    }
    return names;
}

Result<Value> evaluate(std::string_view expression, const Scope& scope) {
    const Result<Syntax> syntax = parseExpression(expression);
    return syntax ? Evaluator(expression, scope).value(*syntax)
                  : Result<Value>(tl::unexpected(syntax.error()));
}

Result<double> evaluateNumber(std::string_view expression, const Scope& scope) {
    const Result<Value> value = evaluate(expression, scope);
    if (!value) {
        return tl::unexpected(value.error());
    }
    if (!isNumber(*value)) {
        return fail(ErrorCode::InvalidArgument, inQuotes(expression) + " is a text", {},
                    "Give an expression whose value is a number");
    }
    return std::get<double>(*value);
}

}  // namespace zeropoint::course
