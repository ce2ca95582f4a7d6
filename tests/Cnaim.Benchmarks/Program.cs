using System.Globalization;
using Cnaim.Benchmarks;
using Cnaim.Benchmarks.Referrals;

return args switch
{
    ["grpc", .. var options] => await GrpcBenchmark.Run(options),
    ["grpc-server"] => await GrpcBenchmarkServer.Run(),
    ["permit-stand-in", var port] => await PermitStandIn.RunAsync(int.Parse(port, CultureInfo.InvariantCulture)),
    _ => await Commands.RunAsync(args),
};
