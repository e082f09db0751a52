using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

// dotnet run -c Release --project bench/QueueHub.MicroBench -- --filter '*'
// Within this process and short: to build a program for each takes longer than to measure them all.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(100));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job).WithArtifactsPath("artifacts/bench/micro"));
