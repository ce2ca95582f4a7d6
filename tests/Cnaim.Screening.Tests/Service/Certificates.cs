using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cnaim.Servers;

namespace Cnaim.Screening.Tests.Service;

/// <summary>An authority of its own and a certificate of it for this machine, as files.</summary>
internal sealed class Certificates
{
    private Certificates(string folder) => (Authority, Server, Key) = (Path.Combine(folder, "authority.pem"), Path.Combine(folder, "server.pem"), Path.Combine(folder, "server.key"));

    public string Authority { get; }

    public string Server { get; }

    public string Key { get; }

    public static Certificates Make(string folder)
    {
        var files = new Certificates(folder);
        var now = DateTimeOffset.UtcNow;
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authorityCertificate = authority.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var server = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        server.CertificateExtensions.Add(names.Build());
        using var certificate = server.Create(authorityCertificate, now.AddMinutes(-10), now.AddHours(12), RandomNumberGenerator.GetBytes(8));

        Account.Current.CreateFolder(folder);
        File.WriteAllText(files.Authority, authorityCertificate.ExportCertificatePem());
        Account.Current.WriteFile(files.Server, certificate.ExportCertificatePem());
        Account.Current.WriteFile(files.Key, key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
