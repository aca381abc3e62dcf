using System.Text;
using Espalier.Engine.Changes.Actions;
using Espalier.Server.Imports.Payloads;

namespace Espalier.Server.Tests.Imports.Payloads;

/// <summary>How a JSON array becomes actions.</summary>
public sealed class JsonActionsTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    [InlineData("[{}]", "")]
    [InlineData("\uFEFF[{\"_action\":\"create\",\"id\":\"1\"}]", "_action=create|id=1")]
    [InlineData("[{\"_action\":\"create\",\"id\":1.50e3}]", "_action=create|id=#1.50e3")]
    [InlineData("[{\"id\":true,\"name\":false},{\"name\":null}]", "id:True|name:False", "name:Null")]
    [InlineData("[{\"id\":[1,{\"a\":[]}],\"name\":{\"x\":1}},{\"id\":2}]", "id:Structure|name:Structure", "id=#2")]
    [InlineData("[{\"start date\":\"a\\n\\u00e9\\\"\\ud83d\\ude00\"}]", "start date=a\né\"😀")]
    [InlineData("[{\"start\\u0020date\":\"\"}]", "start date=")]
    [InlineData("[{\"_id\":\"x\",\"_sortOrder\":2,\"_access\":{\"a\":1},\"_level_1\":\"z\"}]", "_id=x|_sortOrder=#2")]
    [InlineData("[{\"Name\":1,\"salary\":[1],\"id\":1}]", "id=#1|!PropertyUnknown Name|!PropertyUnknown salary")]
    [InlineData("[{\"id\":1,\"id\":2,\"_action\":\"a\",\"_action\":\"b\"}]", "_action=a|id=#1|!PropertyRepeated id|!PropertyRepeated _action")]
    [InlineData("[{\"id\":1,\"name\":\"a\"},{\"name\":\"b\",\"id\":2},{\"name\":\"c\"}]", "id=#1|name=a", "id=#2|name=b", "name=c")]
    [InlineData("[{\"id\":\" 1 \"}]", "id= 1 ")]
    public async Task Objects_become_actions(string text, params string[] actions)
    {
        foreach (var chunk in (int[])[1, 2, 3, 7, int.MaxValue])
            foreach (var buffer in (int[])[16, 256 * 1024])
                (await PayloadText.ReadAsync(text, PayloadFormat.Json, chunk, new() { Buffer = buffer })).ShouldBe(actions);
    }

    [Theory]
    [InlineData("", "not valid JSON", null)]
    [InlineData("{}", "must be an array", null)]
    [InlineData("\"x\"", "must be an array", null)]
    [InlineData("[1]", "must be an object", 1L)]
    [InlineData("[{},[]]", "must be an object", 2L)]
    [InlineData("[{},null]", "must be an object", 2L)]
    [InlineData("[{\"id\":1},]", "not valid JSON", 2L)]
    [InlineData("[{\"id\":1,}]", "not valid JSON", 1L)]
    [InlineData("[{\"id\":2020-01-01}]", "not valid JSON", 1L)]
    [InlineData("[{\"id\":1}", "not valid JSON", 2L)]
    [InlineData("[{\"id\":1}] x", "not valid JSON", 2L)]
    [InlineData("[{\"id\":1}][]", "not valid JSON", 2L)]
    [InlineData("[/* no */]", "not valid JSON", null)]
    [InlineData("[{\"id\":\"\\ud83d\"}]", "surrogate", 1L)]
    [InlineData("[{\"\\ud83d\":1}]", "surrogate", 1L)]
    [InlineData("[{'id':1}]", "not valid JSON", 1L)]
    [InlineData("[{\"id\":NaN}]", "not valid JSON", 1L)]
    public async Task What_is_no_array_of_objects_is_refused_with_its_place(string text, string message, long? row)
    {
        foreach (var chunk in (int[])[1, int.MaxValue])
        {
            var error = await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync(text, PayloadFormat.Json, chunk));
            error.Message.ShouldContain(message);
            error.Row.ShouldBe(row);
            error.ByteOffset.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(Encoding.UTF8.GetByteCount(text));
        }
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        var text = "[{\"id\":" + new string('[', 100_000);
        (await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync(text, PayloadFormat.Json))).Message.ShouldContain("not valid JSON");
    }

    [Fact]
    public async Task A_cell_of_ten_megabytes_is_read_and_one_beyond_the_limit_is_not()
    {
        var cell = new string('x', 10_000_000);
        var text = $"[{{\"id\":1}},{{\"id\":2,\"name\":\"{cell}\\n\"}},{{\"id\":3}}]";
        foreach (var chunk in (int[])[4096, int.MaxValue])
            (await PayloadText.ReadAsync(text, PayloadFormat.Json, chunk)).ShouldBe(["id=#1", $"id=#2|name={cell}\n", "id=#3"]);
        var error = await Should.ThrowAsync<PayloadException>(
            () => PayloadText.ReadAsync(text, PayloadFormat.Json, limits: new() { ActionBytes = 1_000_000 }));
        error.Row.ShouldBe(2);
    }

    [Fact]
    public async Task More_unknown_members_than_are_remembered_are_all_told()
    {
        var text = "[" + string.Join(',', Enumerable.Range(0, 6000).Select(i => $"{{\"x{i}\":1}}")) + "]";
        (await PayloadText.ReadAsync(text, PayloadFormat.Json)).ShouldBe(Enumerable.Range(0, 6000).Select(i => $"!PropertyUnknown x{i}"));
    }
}
