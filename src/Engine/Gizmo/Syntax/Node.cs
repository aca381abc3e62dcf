using System.Collections.Immutable;

namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>A piece of an expression as it was written.</summary>
abstract record Node(Span Span);

/// <summary>A whole text: its result is the value of the last expression statement that ran.</summary>
sealed record Script(Span Span, ImmutableArray<Node> Statements) : Node(Span);

// Expressions

sealed record NumberNode(Span Span, double Value) : Node(Span);

sealed record TextNode(Span Span, string Value) : Node(Span);

sealed record BooleanNode(Span Span, bool Value) : Node(Span);

/// <summary><c>null</c> and <c>undefined</c> are the same.</summary>
sealed record BlankNode(Span Span) : Node(Span);

sealed record RegexNode(Span Span, string Pattern, string Flags) : Node(Span);

/// <summary>Texts around and between the parts: one more than there are parts.</summary>
sealed record TemplateNode(Span Span, ImmutableArray<string> Texts, ImmutableArray<Node> Parts) : Node(Span);

sealed record NameNode(Span Span, string Name) : Node(Span);

sealed record ThisNode(Span Span) : Node(Span);

sealed record ArrayNode(Span Span, ImmutableArray<Node> Items) : Node(Span);

sealed record ObjectNode(Span Span, ImmutableArray<Field> Fields) : Node(Span);

sealed record Field(string Key, Node Value);

/// <summary>A lambda or a function; <see cref="Body"/> is an expression or a block.</summary>
sealed record FunctionNode(Span Span, string? Name, ImmutableArray<string> Parameters, Node Body, bool IsLambda) : Node(Span);

sealed record UnaryNode(Span Span, string Sign, Node Operand) : Node(Span);

sealed record BinaryNode(Span Span, string Sign, Node Left, Node Right) : Node(Span);

sealed record ConditionalNode(Span Span, Node Condition, Node Then, Node Else) : Node(Span);

/// <param name="Sign"><c>=</c>, or <c>+=</c> and its like.</param>
sealed record AssignNode(Span Span, string Sign, Node Target, Node Value) : Node(Span);

/// <param name="NameSpan">Where the name stands: what a diagnostic points at.</param>
sealed record MemberNode(Span Span, Node Target, string Name, Span NameSpan) : Node(Span);

sealed record IndexNode(Span Span, Node Target, Node Index) : Node(Span);

sealed record CallNode(Span Span, Node Callee, ImmutableArray<Node> Arguments) : Node(Span);

sealed record NewNode(Span Span, Node Callee, ImmutableArray<Node> Arguments) : Node(Span);

/// <summary>Expressions with commas between them; the last one counts.</summary>
sealed record SequenceNode(Span Span, ImmutableArray<Node> Items) : Node(Span);

// Statements

sealed record ExpressionStatement(Span Span, Node Expression) : Node(Span);

sealed record Block(Span Span, ImmutableArray<Node> Statements) : Node(Span);

sealed record Declaration(Span Span, string Keyword, ImmutableArray<Variable> Variables) : Node(Span);

sealed record Variable(string Name, Node? Value);

sealed record FunctionDeclaration(Span Span, FunctionNode Function) : Node(Span);

sealed record If(Span Span, Node Condition, Node Then, Node? Else) : Node(Span);

sealed record Return(Span Span, Node? Value) : Node(Span);

sealed record For(Span Span, Node? First, Node? Condition, Node? Step, Node Body) : Node(Span);

/// <summary>Runs over the items of a collection or array.</summary>
sealed record ForOf(Span Span, string? Keyword, string Name, Node Items, Node Body) : Node(Span);

sealed record While(Span Span, Node Condition, Node Body, bool BodyFirst) : Node(Span);

sealed record Switch(Span Span, Node Value, ImmutableArray<Case> Cases) : Node(Span);

/// <param name="Test">Null for <c>default</c>.</param>
sealed record Case(Node? Test, ImmutableArray<Node> Statements);

sealed record Jump(Span Span, bool IsBreak) : Node(Span);

sealed record Empty(Span Span) : Node(Span);
