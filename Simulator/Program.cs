using System.Runtime.InteropServices;
using QueueHub.Contracts.Offices;
using QueueHub.Contracts.Staff;
using Simulator;
using Simulator.Running;

if (SimulatorOptions.Parse(args) is not { } options)
{
    await Console.Out.WriteLineAsync(SimulatorOptions.Usage);
    return 2;
}

if (await Console.In.ReadLineAsync() is not { Length: > 0 } password)
{
    await Console.Error.WriteLineAsync("The demo needs the password of its clerks as its first line of input.");
    return 2;
}

// Whoever started this holds its input open: however that one ends, this ends with it.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
_ = Task.Run(async () =>
{
    while (await Console.In.ReadLineAsync() is not null)
    {
    }

    await stop.CancelAsync();
});

try
{
    using var door = new SemaphoreSlim(1);
    var pace = new Pace(options.Speed, TimeProvider.System);
    var offices = await OfficesAsync();
    await Task.WhenAll(offices.OrderByDescending(office => office.Counters.Count).Select(async (office, lobby) =>
    {
        using var doors = new HubDoors(options.Hub, lobby, options.Certificate);
        await new OfficeRun(office.Slug, doors, new SignInRequest($"demo-{office.Slug}", password), options.Seed, pace, door, Say).RunAsync(stop.Token);
    }));
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    // Told to stop: the counters stay as they are, and are taken up again by the next demo.
}

return 0;

async Task<IReadOnlyList<OfficeInfo>> OfficesAsync()
{
    using var doors = new HubDoors(options.Hub, 0, options.Certificate);
    while (true)
    {
        try
        {
            return await doors.OfficesAsync(stop.Token) ?? [];
        }
        catch (HttpRequestException error)
        {
            Say(error.Message);
        }

        await Task.Delay(TimeSpan.FromSeconds(2), stop.Token);
    }
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

static void Say(string sentence) => Console.Error.WriteLine($"demo: {sentence}");
