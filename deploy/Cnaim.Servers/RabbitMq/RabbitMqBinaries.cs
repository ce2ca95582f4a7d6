namespace Cnaim.Servers;

/// <summary>Where RabbitMQ's programs lie.</summary>
public static class RabbitMqBinaries
{
    // Debian's programs in /usr/sbin change to the system's user and folder; those below lib do as they are told.
    private static readonly string[] Folders = ["/usr/lib/rabbitmq/bin", "/opt/rabbitmq/sbin", "/usr/local/sbin"];

    /// <summary>The folder with <c>rabbitmq-server</c>, or null where it is not installed.</summary>
    public static string? Find() => Folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "rabbitmq-server")));

    /// <summary>The folder with <c>rabbitmq-server</c>.</summary>
    /// <exception cref="ServerException">It is not installed.</exception>
    public static string Require() =>
        Find() ?? throw new ServerException("RabbitMQ is not installed; install it (Debian: apt-get install rabbitmq-server), or set CNAIM_RABBITMQ to a broker's address.");
}
