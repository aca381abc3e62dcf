using System.Text;
using Espalier.Engine.Changes.Actions;
using Espalier.Server.Imports.Payloads;

namespace Espalier.Server.Tests.Imports.Payloads;

/// <summary>The rules of api.md 11, one by one.</summary>
public sealed class CsvActionsTests
{
    [Theory]
    [InlineData("_action,id\ncreate,1\n", "_action=create|id=1")]
    [InlineData("\uFEFF_action,id\ncreate,1\n", "_action=create|id=1")]
    [InlineData("_action,id\ncreate,1", "_action=create|id=1")]
    [InlineData("_action,id\r\ncreate,1\rupdate,2\nnoop,3\r\n", "_action=create|id=1", "_action=update|id=2", "_action=noop|id=3")]
    [InlineData("_action,name\ncreate,\"a\nb\r\nc\"\n", "_action=create|name=a\nb\r\nc")]
    [InlineData("_action,name\ncreate,\"say \"\"hi\"\", a\"\n", "_action=create|name=say \"hi\", a")]
    [InlineData("_action,name,id\ncreate,\"\",7\ncreate,,7\n", "_action=create|id=7|name=", "_action=create|id=7|name=")]
    [InlineData("_action,name\ncreate,  two  \ncreate,\" a \"\n", "_action=create|name=  two  ", "_action=create|name= a ")]
    [InlineData("_action,name\ncreate,=1+1\n", "_action=create|name==1+1")]
    [InlineData("_action,name\ncreate,5\" pipe\n", "_action=create|name=5\" pipe")]
    [InlineData("\n\n_action,id\n\n\r\ncreate,1\n\n\n", "_action=create|id=1")]
    [InlineData(" create,1\n", null)]
    [InlineData(" _action , id \n create ,1\n", "_action=create|id=1")]
    [InlineData("id,_action,start date\n1,create,2020-01-01\n", "_action=create|id=1|start date=2020-01-01")]
    [InlineData("_action,id,name,start date\ncreate,1\nupdate,2,x\n", "_action=create|id=1", "_action=update|id=2|name=x")]
    [InlineData("_action,id\ncreate,1,2\n", "_action=create|id=1|!RowTooLong")]
    [InlineData("_action,id\ncreate,1,\n", "_action=create|id=1|!RowTooLong")]
    [InlineData("_action,_id,_sortOrder,_access,_access,_level_1\ncreate,a,2,x,y,z\n", "_action=create|_id=a|_sortOrder=2")]
    [InlineData("_action\ncreate\n", "_action=create")]
    [InlineData("_action,id\n,1\n", "_action=|id=1")]
    [InlineData("_action,id\n")]
    [InlineData("_action,id")]
    [InlineData("_action,name\ncreate,Zürich – 東京 😀\n", "_action=create|name=Zürich – 東京 😀")]
    public async Task Lines_become_actions(string text, params string[]? actions)
    {
        foreach (var chunk in (int[])[1, 2, 3, 5, int.MaxValue])
            foreach (var buffer in (int[])[256, 64 * 1024])
            {
                var limits = new PayloadLimits { Buffer = buffer };
                if (actions is null)
                    await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync(text, PayloadFormat.Csv, chunk, limits));
                else
                    (await PayloadText.ReadAsync(text, PayloadFormat.Csv, chunk, limits)).ShouldBe(actions);
            }
    }

    [Fact]
    public async Task Tabs_separate_when_it_is_TSV() =>
        (await PayloadText.ReadAsync("_action\tid\tname\ncreate\t1\ta, \"b\"\n", PayloadFormat.Tsv)).ShouldBe(["_action=create|id=1|name=a, \"b\""]);

    [Theory]
    [InlineData("", "The file is empty", 0L, null)]
    [InlineData("\n\r\n", "The file is empty", 0L, null)]
    [InlineData("_action,id,Name\n", "no property for 'Name'", 0L, null)]
    [InlineData("_action,id,\n", "no property for ''", 0L, null)]
    [InlineData("_action,id,id\n", "'id' more than once", 0L, null)]
    [InlineData("_action,_action\n", "'_action' more than once", 0L, null)]
    [InlineData("id,name\n", "lacks the column _action", 0L, null)]
    [InlineData("id,nme,id\n", "no property for 'nme'; it names 'id' more than once; it lacks the column _action", 0L, null)]
    [InlineData("_action,id\ncreate,1\nupdate,\"2\n", "not closed", 20L, 2L)]
    [InlineData("_action,id\ncreate,\"1\"2\n", "closing quote", null, 1L)]
    public async Task A_file_that_breaks_the_rules_is_refused_with_its_place(string text, string message, long? offset, long? row)
    {
        var error = await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync(text, PayloadFormat.Csv));
        error.Message.ShouldContain(message);
        if (offset is not null)
            error.ByteOffset.ShouldBe(offset);
        error.Row.ShouldBe(row);
    }

    [Fact]
    public async Task A_bad_header_with_very_many_names_gives_a_short_message()
    {
        var header = "_action," + string.Join(',', Enumerable.Range(0, 5000).Select(i => "column" + i));
        var error = await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync(header, PayloadFormat.Csv));
        error.Message.ShouldContain("and 4990 more");
    }

    [Fact]
    public async Task A_cell_of_ten_megabytes_is_read_and_one_beyond_the_limit_is_not()
    {
        var cell = new string('x', 10_000_000);
        foreach (var chunk in (int[])[4096, int.MaxValue])
        {
            var actions = await PayloadText.ReadAsync($"_action,name,id\ncreate,\"{cell}\n\",1\nupdate,y,2\n", PayloadFormat.Csv, chunk);
            actions.ShouldBe([$"_action=create|id=1|name={cell}\n", "_action=update|id=2|name=y"]);
        }
        var error = await Should.ThrowAsync<PayloadException>(() => PayloadText.ReadAsync(
            $"_action,name,id\ncreate,\"{cell}\",1\n", PayloadFormat.Csv, limits: new() { ActionBytes = 1_000_000 }));
        error.Row.ShouldBe(1);
    }

    [Fact]
    public async Task Ten_thousand_columns_are_read_in_small_batches()
    {
        var keys = Enumerable.Range(0, 10_000).Select(i => "p" + i).ToArray();
        var text = new StringBuilder("_action,").AppendJoin(',', keys).Append('\n');
        for (var row = 0; row < 300; row++)
            text.Append("create,").AppendJoin(',', Enumerable.Range(0, 10_000).Select(i => (i * row) % 97)).Append('\n');

        var definition = PayloadText.Define(keys);
        var ct = TestContext.Current.CancellationToken;
        await using var reader = await PayloadReader.OpenAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), PayloadFormat.Csv, definition, new(), ct);
        var rows = 0;
        while (await reader.ReadAsync(ct) is { } batch)
        {
            batch.Capacity.ShouldBeLessThan(200);
            for (var i = 0; i < batch.Count; i++, rows++)
                Encoding.UTF8.GetString(batch.Text(batch.Property(9_999)!, i)).ShouldBe(((9_999 * rows) % 97).ToString());
            batch.Dispose();
        }
        rows.ShouldBe(300);
    }

    [Fact]
    public async Task More_lines_than_a_batch_holds_keep_their_numbers()
    {
        var text = "_action,id\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"update,{i}\n"));
        var actions = await PayloadText.ReadAsync(text, PayloadFormat.Csv);
        actions.ShouldBe(Enumerable.Range(0, 20_000).Select(i => $"_action=update|id={i}"));
    }
}
