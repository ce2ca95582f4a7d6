using System.Net.Sockets;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>What a connection tells about the caller.</summary>
internal static class PeerName
{
    private const string SubjectName = "x509_subject";

    public static string Of(ConnectionInfo connection) => connection.RemoteIpAddress switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetwork } address => $"ipv4:{address}:{connection.RemotePort}",
        var address => $"ipv6:[{address}]:{connection.RemotePort}",
    };

    public static AuthContext AuthContextOf(ConnectionInfo connection)
    {
        if (connection.ClientCertificate is not { } certificate)
        {
            return new AuthContext(null, []);
        }

        var subject = AuthProperty.Create(SubjectName, Encoding.UTF8.GetBytes(certificate.Subject));
        return new AuthContext(SubjectName, new Dictionary<string, List<AuthProperty>>(StringComparer.Ordinal) { [SubjectName] = [subject] });
    }
}
