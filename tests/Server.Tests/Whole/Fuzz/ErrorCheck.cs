using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Espalier.Server.Http;

namespace Espalier.Server.Tests.Whole.Fuzz;

/// <summary>Whether errors are told as api.md 4 says, with a code and name that <see cref="Errors"/> knows.</summary>
static class ErrorCheck
{
    static readonly FrozenSet<string> Members = typeof(ApiError).GetProperties()
        .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Where(name => name != "status").ToFrozenSet();

    static readonly FrozenDictionary<string, string> Names = Known().DistinctBy(error => (error.Code, error.Name)).ToFrozenDictionary(error => error.Code, error => error.Name);

    public static void Check(JsonElement body, int status)
    {
        body.EnumerateObject().Select(member => member.Name).ShouldBe(["errors"]);
        var errors = body.GetProperty("errors").EnumerateArray().ToList();
        errors.ShouldNotBeEmpty();
        errors[0].GetProperty("code").GetString()![..3].ShouldBe($"{status}");
        errors.ForEach(Check);
    }

    public static void Check(JsonElement error)
    {
        var code = error.GetProperty("code").GetString()!;
        Names.ShouldContainKeyAndValue(code, error.GetProperty("name").GetString()!);
        error.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        error.EnumerateObject().ShouldAllBe(member => Members.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.String);
        var locators = error.EnumerateObject().Count(m => m.Name is "pathParameter" or "queryParameter" or "jsonBody" or "resourcePath");
        locators.ShouldBeLessThanOrEqualTo(1);
    }

    static IEnumerable<ApiError> Known()
    {
        foreach (var field in typeof(Errors).GetFields(BindingFlags.Public | BindingFlags.Static))
            yield return (ApiError)field.GetValue(null)!;
        foreach (var method in typeof(Errors).GetMethods(BindingFlags.Public | BindingFlags.Static))
            yield return (ApiError)method.Invoke(null, [.. method.GetParameters().Select(Something)])!;
    }

    static object? Something(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "x"
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : typeof(IEnumerable<string>).IsAssignableFrom(parameter.ParameterType) ? Array.Empty<string>() : null;
}
