using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/QueueHub.MicroBench -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
