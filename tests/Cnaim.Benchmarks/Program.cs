using Cnaim.Benchmarks;

return args switch
{
    ["grpc", .. var options] => await GrpcBenchmark.Run(options),
    ["grpc-server"] => await GrpcBenchmarkServer.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Cnaim.Benchmarks grpc [--json] [--quick]");
    return 2;
}
