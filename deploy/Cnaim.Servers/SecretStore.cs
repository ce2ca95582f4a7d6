using System.Security.Cryptography;
using System.Text.Json;

namespace Cnaim.Servers;

/// <summary>Random secrets by name, kept in one file that only its owner can read.</summary>
public sealed class SecretStore
{
    private readonly string _path;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _secrets;

    private SecretStore(string path, SortedDictionary<string, string> secrets) => (_path, _secrets) = (path, secrets);

    /// <summary>Opens the file, or prepares to create it at the first secret.</summary>
    /// <param name="path">The file; its folder is created with mode 0700.</param>
    /// <exception cref="ServerException">The file is not readable as secrets.</exception>
    public static SecretStore Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            var secrets = File.Exists(path) ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(path)) : null;
            return new SecretStore(path, secrets ?? new SortedDictionary<string, string>(StringComparer.Ordinal));
        }
        catch (JsonException cause)
        {
            throw new ServerException($"The secrets in {path} are damaged; restore the file, or delete the platform's folder to begin anew.", cause);
        }
    }

    /// <summary>A secret of 32 random bytes in base64url form, without padding: safe in URLs and connection strings.</summary>
    /// <param name="name">Its name.</param>
    public string Password(string name) => GetOrAdd(name, static () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_'));

    /// <summary>A key of 32 random bytes in base64.</summary>
    /// <param name="name">Its name.</param>
    public string Key(string name) => GetOrAdd(name, static () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private string GetOrAdd(string name, Func<string> create)
    {
        lock (_lock)
        {
            if (!_secrets.TryGetValue(name, out var secret))
            {
                _secrets[name] = secret = create();
                Save();
            }

            return secret;
        }
    }

    private void Save()
    {
        var draft = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using (var stream = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(stream, _secrets, Indented);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, _path, overwrite: true);
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
