using Espalier.Server.Storage;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Storage;

public sealed class DataFolderTests : IDisposable
{
    readonly TempFolder _temp = new();

    [Fact]
    public void Only_the_owner_can_read_what_the_folder_holds()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = DataFolder.Open(Path.Combine(_temp.Path, "a", "data"));
        folder.Key("token", 32);
        using (SqliteDatabase.Open(folder, TimeProvider.System))
        using (folder.LockForServer())
        {
            foreach (var path in Directory.GetFileSystemEntries(folder.Root, "*", SearchOption.AllDirectories).Append(folder.Root))
            {
                var expected = UnixFileMode.UserRead | UnixFileMode.UserWrite | (Directory.Exists(path) ? UnixFileMode.UserExecute : 0);
                File.GetUnixFileMode(path).ShouldBe(expected, path);
            }
        }
    }

    [Fact]
    public void A_key_stays_the_same_and_a_damaged_one_is_told()
    {
        var folder = DataFolder.Open(_temp.Path);
        var key = folder.Key("token", 32);
        key.Length.ShouldBe(32);
        DataFolder.Open(_temp.Path).Key("token", 32).ShouldBe(key);
        folder.Key("files", 32).ShouldNotBe(key);

        File.WriteAllBytes(Path.Combine(_temp.Path, "keys", "token.key"), [1, 2]);
        Should.Throw<CannotStart>(() => folder.Key("token", 32));
    }

    [Fact]
    public void One_server_has_the_folder_until_it_lets_go()
    {
        var folder = DataFolder.Open(_temp.Path);
        using (folder.LockForServer())
            Should.Throw<CannotStart>(() => DataFolder.Open(_temp.Path).LockForServer()).Message.ShouldContain("another server");
        folder.LockForServer().Dispose();
    }

    [Fact]
    public void A_path_that_cannot_be_a_folder_is_told()
    {
        var file = Path.Combine(_temp.Path, "file");
        File.WriteAllText(file, "");
        Should.Throw<CannotStart>(() => DataFolder.Open(file)).Message.ShouldContain(file);
    }

    public void Dispose() => _temp.Dispose();
}
