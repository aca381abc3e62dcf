using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Server.Tests.Datasets;

/// <summary>Datasets in memory agree with their logs.</summary>
public sealed class LiveDatasetTests : IDisposable
{
    readonly DatasetWorld _world = new();

    static CancellationToken Ct => DatasetWorld.Ct;

    [Fact]
    public async Task Concurrent_writers_on_two_instances_lose_nothing()
    {
        var id = await _world.CreateAsync();
        LiveDataset[] instances = [await _world.OpenAsync(id), await _world.OpenAsync(id)];
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() =>
            instances[n % 2].ApplyAsync(snapshot => _world.Creating(snapshot.ItemCount, [$"{n}"]), Ct), Ct)));

        var reopened = (await _world.OpenAsync(id)).Current;
        reopened.Sequence.ShouldBe(41);
        var rows = reopened.Order.ToArray();
        // Each was resolved against the snapshot right before it.
        rows.Select(row => reopened.Column("id")[row].Number).ShouldBe(Enumerable.Range(0, 40).Select(n => (double)n));
        rows.Select(row => reopened.Column("name")[row].Text).Order().ShouldBe(Enumerable.Range(0, 40).Select(n => $"{n}").Order());

        foreach (var instance in instances)
        {
            await instance.FollowAsync((await _world.Store.FindHeadAsync(DatasetWorld.Tenant, id, Ct))!, Ct);
            DatasetWorld.Print(instance.Current).ShouldBe(DatasetWorld.Print(reopened));
        }
    }

    [Fact]
    public async Task An_empty_change_appends_nothing()
    {
        var dataset = await _world.OpenAsync(await _world.CreateAsync());
        var before = dataset.Current;
        (await dataset.ApplyAsync(_ => new ChangeSet(_world.Stamp()), Ct)).ShouldBeSameAs(before);
        (await _world.CountAsync("dataset_log")).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_change_leaves_the_dataset_writable()
    {
        var dataset = await _world.OpenAsync(await _world.CreateAsync());
        await Should.ThrowAsync<InvalidDataException>(() => dataset.ApplyAsync(_ => throw new InvalidDataException(), Ct));
        dataset.IsBusy.ShouldBeFalse();
        (await dataset.ApplyAsync(_ => _world.Creating(1, ["Ana"]), Ct)).ItemCount.ShouldBe(1);
    }

    [Fact]
    public async Task What_another_node_committed_is_seen_at_the_next_request()
    {
        var id = await _world.CreateAsync();
        var (here, there) = (_world.Memory(100), _world.Memory(100));
        var dataset = await OpenAsync(here, id);
        await (await OpenAsync(there, id)).ApplyAsync(_ => _world.Creating(1, ["Ana"]), Ct);
        dataset.Current.ItemCount.ShouldBe(0);
        (await OpenAsync(here, id)).ShouldBeSameAs(dataset);
        dataset.Current.ItemCount.ShouldBe(1);
    }

    [Fact]
    public async Task Texts_that_do_not_convert_survive_a_change_of_type_and_a_restart()
    {
        var id = await _world.CreateAsync();
        var dataset = await _world.OpenAsync(id);
        await dataset.ApplyAsync(_ => _world.Creating(1, ["12", "twelve"]), Ct);
        await dataset.ApplyAsync(s => new ChangeSet(_world.Stamp())
        {
            Definition = s.Definition with { Properties = s.Definition.Properties.SetItem(1, new("name", PropertyType.Number)) },
        }, Ct);

        foreach (var snapshot in new[] { dataset.Current, (await _world.OpenAsync(id)).Current })
        {
            snapshot.Column("name")[0].Number.ShouldBe(12);
            snapshot.Column("name").Raw![1].ShouldBe("twelve");
        }
    }

    [Fact]
    public void A_checkpoint_and_the_log_after_it_equal_the_whole_log() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Choose(0, 99_999)).ToArbitrary(),
            steps => CheckAsync([.. steps]).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(12).WithEndSize(60));

    async Task<bool> CheckAsync(int[] steps)
    {
        var id = await _world.CreateAsync();
        var dataset = await _world.OpenAsync(id);
        foreach (var step in steps)
        {
            if (step % 10 == 9)
                await dataset.WriteCheckpointAsync(_world.Checkpoints, Ct);
            else
                await dataset.ApplyAsync(snapshot => Step(snapshot, step / 10, step % 10), Ct);
        }
        var expected = DatasetWorld.Print(dataset.Current);
        DatasetWorld.Print((await _world.OpenAsync(id)).Current).ShouldBe(expected);

        await _world.ExecuteAsync("DELETE FROM dataset_checkpoint");
        DatasetWorld.Print((await _world.OpenAsync(id)).Current).ShouldBe(expected);
        return true;
    }

    ChangeSet Step(Snapshot snapshot, int seed, int kind)
    {
        var rows = snapshot.Order.ToArray();
        if (kind < 4 || rows.Length == 0)
            return _world.Creating(seed, DatasetWorld.Names(seed % (kind == 0 ? 3000 : 5) + 1, seed));
        if (kind < 7)
            return _world.Renaming(snapshot, rows[seed % rows.Length], seed % 7 == 0 ? "" : $"name {seed}");
        var gone = rows.Skip(seed % rows.Length).Take(kind == 7 ? 1 : 2000).Order().ToArray();
        return _world.Deleting(snapshot, gone);
    }

    [Fact]
    public async Task A_damaged_checkpoint_is_passed_over()
    {
        var id = await _world.CreateAsync();
        var dataset = await _world.OpenAsync(id);
        await dataset.ApplyAsync(_ => _world.Creating(1, ["Ana"]), Ct);
        await dataset.WriteCheckpointAsync(_world.Checkpoints, Ct);
        await _world.ExecuteAsync("UPDATE dataset_checkpoint SET payload = x'0102'");
        DatasetWorld.Print((await _world.OpenAsync(id)).Current).ShouldBe(DatasetWorld.Print(dataset.Current));
    }

    [Fact]
    public async Task Few_checkpoints_stay_and_the_parts_of_the_others_go()
    {
        var id = await _world.CreateAsync();
        var dataset = await _world.OpenAsync(id);
        await dataset.ApplyAsync(_ => _world.Creating(1, DatasetWorld.Names(40_000)), Ct);
        var logged = await _world.CountAsync("log_part");
        for (var n = 0; n < 4; n++)
        {
            await dataset.ApplyAsync(snapshot => _world.Renaming(snapshot, n, "new"), Ct);
            await dataset.WriteCheckpointAsync(_world.Checkpoints, Ct);
        }
        (await _world.CountAsync("dataset_checkpoint")).ShouldBe(3);
        (await _world.CountAsync("log_loose_payload")).ShouldBe(0);
        (await _world.CountAsync("log_part")).ShouldBeLessThanOrEqualTo(4 * logged);
        await _world.ExecuteAsync("UPDATE dataset_log SET checksum = 0 WHERE sequence <= 4");
        DatasetWorld.Print((await _world.OpenAsync(id)).Current).ShouldBe(DatasetWorld.Print(dataset.Current));
    }

    [Fact]
    public async Task A_checkpoint_becomes_due_after_many_transactions_but_not_after_a_first_load()
    {
        var due = 0;
        var dataset = await _world.OpenAsync(await _world.CreateAsync(), _ => due++);
        await dataset.ApplyAsync(_ => _world.Creating(1, DatasetWorld.Names(200_000)), Ct);
        due.ShouldBe(0);
        await dataset.ApplyAsync(_ => _world.Creating(200_001, DatasetWorld.Names(190_000, 2)), Ct);
        due.ShouldBe(0);
        for (var n = 0; n < 3; n++)
            await dataset.ApplyAsync(_ => _world.Creating(n, DatasetWorld.Names(100_000, n)), Ct);
        due.ShouldBe(1);
    }

    [Fact]
    public async Task The_least_recently_used_datasets_leave_memory_but_never_one_being_written()
    {
        var ids = new List<Guid>();
        for (var n = 0; n < 3; n++)
        {
            ids.Add(await _world.CreateAsync());
            await (await _world.OpenAsync(ids[n])).ApplyAsync(_ => _world.Creating(1, DatasetWorld.Names(20_000, n)), Ct);
        }
        var memory = _world.Memory(1);
        var first = await OpenAsync(memory, ids[0]);
        var holding = new TaskCompletionSource();
        var writing = first.ApplyAsync(async (snapshot, _) =>
        {
            await holding.Task;
            return _world.Renaming(snapshot, 0, "still here");
        }, Ct);
        var second = await OpenAsync(memory, ids[1]);
        await OpenAsync(memory, ids[2]);
        memory.Count.ShouldBe(2);
        (await OpenAsync(memory, ids[0])).ShouldBeSameAs(first);

        holding.SetResult();
        await writing;
        (await OpenAsync(memory, ids[1])).ShouldNotBeSameAs(second);
        memory.Trim();
        memory.Count.ShouldBe(1);

        // Who still holds one that has gone can write it, and the others see it.
        await first.ApplyAsync(snapshot => _world.Renaming(snapshot, 1, "late"), Ct);
        var again = await OpenAsync(memory, ids[0]);
        DatasetWorld.Print(again.Current).ShouldBe(DatasetWorld.Print(first.Current));
    }

    [Fact]
    public async Task All_who_ask_at_once_get_the_same_dataset()
    {
        var id = await _world.CreateAsync();
        var memory = _world.Memory(100);
        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => OpenAsync(memory, id), Ct)));
        opened.Distinct().ShouldHaveSingleItem();
    }

    async Task<LiveDataset> OpenAsync(LiveDatasets memory, Guid id) =>
        await memory.OpenAsync(DatasetWorld.Tenant, id, (await _world.Store.FindHeadAsync(DatasetWorld.Tenant, id, Ct))!, Ct);

    public void Dispose() => _world.Dispose();
}
