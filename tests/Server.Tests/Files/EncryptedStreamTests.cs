using System.Diagnostics;
using System.Security.Cryptography;
using Espalier.Server.Files.Contents;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Server.Tests.Files;

public sealed class EncryptedStreamTests
{
    const int Chunk = ChunkCipher.ChunkSize;

    static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(10 * 1024 * 1024)]
    public async Task What_was_written_is_read_again(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        var sealedBytes = await Seal(bytes);
        (await Open(sealedBytes, 1 << 20)).ShouldBe(bytes);
        OpenSync(sealedBytes).ShouldBe(bytes);
    }

    [Fact]
    public void Any_sizes_of_writes_and_reads_give_the_same_bytes() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonEmptyArray<PositiveInt>>(), ArbMap.Default.ArbFor<PositiveInt>(),
            (writes, readSize) =>
            {
                var pieces = writes.Get.Select(size => RandomNumberGenerator.GetBytes(size.Get * 997 % 150_000)).ToList();
                using var target = new MemoryStream();
                var stream = new EncryptingStream(target, Key);
                foreach (var piece in pieces)
                    stream.Write(piece);
                stream.CompleteAsync(CancellationToken.None).GetAwaiter().GetResult();
                using var back = new MemoryStream();
                using var reader = new DecryptingStream(new MemoryStream(target.ToArray()), Key);
                reader.CopyTo(back, readSize.Get * 1013 % 200_000 + 1);
                return back.ToArray().AsSpan().SequenceEqual(pieces.SelectMany(piece => piece).ToArray())
                    && reader.Size == back.Length;
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(Chunk)]
    [InlineData(2 * Chunk + 5)]
    public async Task A_content_that_was_cut_anywhere_does_not_open(int size)
    {
        var whole = await Seal(RandomNumberGenerator.GetBytes(size));
        int[] lengths = [0, 1, ChunkCipher.HeaderSize, whole.Length - 1, whole.Length - ChunkCipher.TagSize, ChunkCipher.HeaderSize + ChunkCipher.SealedSize];
        foreach (var length in lengths.Where(length => length >= 0 && length < whole.Length))
            await Should.ThrowAsync<ContentDamagedException>(() => Open(whole[..length], 4096), $"cut to {length} of {whole.Length}");
    }

    [Fact]
    public async Task A_flipped_bit_anywhere_is_noticed()
    {
        var whole = await Seal(RandomNumberGenerator.GetBytes(Chunk + 50));
        foreach (var at in Enumerable.Range(0, 60).Concat(Enumerable.Range(0, 200).Select(_ => RandomNumberGenerator.GetInt32(whole.Length))))
        {
            var damaged = whole.ToArray();
            damaged[at] ^= (byte)(1 << RandomNumberGenerator.GetInt32(8));
            await Should.ThrowAsync<ContentDamagedException>(() => Open(damaged, 1 << 17), $"byte {at}");
        }
    }

    [Fact]
    public async Task Chunks_that_changed_places_or_were_appended_are_noticed()
    {
        var whole = await Seal(RandomNumberGenerator.GetBytes(3 * Chunk));
        var header = whole[..ChunkCipher.HeaderSize];
        byte[] Part(int index) => whole[(ChunkCipher.HeaderSize + index * ChunkCipher.SealedSize)..][..ChunkCipher.SealedSize];

        await Should.ThrowAsync<ContentDamagedException>(() => Open([.. header, .. Part(1), .. Part(0), .. Part(2)], 4096));
        await Should.ThrowAsync<ContentDamagedException>(() => Open([.. header, .. Part(0), .. Part(1)], 4096));
        await Should.ThrowAsync<ContentDamagedException>(() => Open([.. whole, .. Part(2)], 4096));
        await Should.ThrowAsync<ContentDamagedException>(() => Open([.. whole, 1], 4096));
    }

    [Fact]
    public async Task Another_installations_key_does_not_open_it()
    {
        var whole = await Seal(new byte[10]);
        using var reader = new DecryptingStream(new MemoryStream(whole), RandomNumberGenerator.GetBytes(32));
        Should.Throw<ContentDamagedException>(() => reader.ReadByte());
    }

    [Fact]
    public async Task The_same_bytes_are_never_stored_alike()
    {
        var bytes = new byte[1000];
        (await Seal(bytes)).ShouldNotBe(await Seal(bytes));
    }

    [Fact]
    public async Task A_hundred_megabytes_pass_in_well_under_a_second()
    {
        var piece = RandomNumberGenerator.GetBytes(1 << 20);
        var watch = Stopwatch.StartNew();
        await using var stream = new EncryptingStream(Stream.Null, Key);
        for (var i = 0; i < 100; i++)
            stream.Write(piece);
        await stream.CompleteAsync(TestContext.Current.CancellationToken);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));        // about 0.05 s; the rest is for busy machines
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed.TotalMilliseconds:0} ms");
    }

    static async Task<byte[]> Seal(byte[] bytes)
    {
        using var target = new MemoryStream();
        var stream = new EncryptingStream(target, Key);
        await stream.WriteAsync(bytes);
        await stream.CompleteAsync(CancellationToken.None);
        return target.ToArray();
    }

    static async Task<byte[]> Open(byte[] sealedBytes, int bufferSize)
    {
        await using var reader = new DecryptingStream(new MemoryStream(sealedBytes), Key);
        using var back = new MemoryStream();
        await reader.CopyToAsync(back, bufferSize);
        return back.ToArray();
    }

    static byte[] OpenSync(byte[] sealedBytes)
    {
        using var reader = new DecryptingStream(new MemoryStream(sealedBytes), Key);
        using var back = new MemoryStream();
        var buffer = new byte[7001];
        int read;
        while ((read = reader.Read(buffer, 0, buffer.Length)) > 0)
            back.Write(buffer, 0, read);
        return back.ToArray();
    }
}
