using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;

namespace QueueHub.BrowserTests;

/// <summary>
/// A wall screen's months in fast time: the real page gets the boards of ten thousand calls (QUEUEHUB_SOAK_CALLS: of as many), and its memory stays where it was
/// after the first thousand.
/// </summary>
public class BoardSoakTests(EngineFixture engines, ChromiumFixture chromium, ITestOutputHelper output)
{
    private const int WarmUp = 1_000;
    private const int CallsPerBoard = 10;
    private const int Batch = 50;
    private const string End = "\u001e";
    private const double Megabyte = 1 << 20;

    // The garbage collector of WebAssembly takes memory in steps and keeps it.
    // The garbage collector of WebAssembly takes memory in steps of sixteen megabytes and keeps it: one may come at any time, a second would tell of a leak.
    private const double WasmMayGrow = 16 * Megabyte;
    private const double ScriptMayGrow = 2 * Megabyte;
    private const double NodesMayGrow = 500;
    private const double ListenersMayGrow = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly int Calls = int.Parse(Environment.GetEnvironmentVariable("QUEUEHUB_SOAK_CALLS") ?? "10000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Ten_thousand_calls_leave_the_screen_as_light_as_the_first_thousand()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        IWebSocketRoute? socket = null;
        var tv = await scene.OpenAsync("/display/seocho?sound=off", Device.Tv, before: page => page.RouteWebSocketAsync(
            new Regex("/hubs/display"), route =>
            {
                route.ConnectToServer();
                socket = route;
            }));
        await Expect(tv.Waiting("주민등록")).ToBeVisibleAsync();
        var board = (await scene.Citizens.BoardAsync())!;
        board = board with { Services = [.. board.Services.Take(1)] };
        var cdp = await tv.Context.NewCDPSessionAsync(tv);
        await cdp.SendAsync("Performance.enable");
        await cdp.SendAsync("HeapProfiler.enable");

        var sent = 0;
        var first = default(Weight);
        foreach (var until in new[] { WarmUp, Calls / 2, Calls })
        {
            for (; sent < until; sent += CallsPerBoard)
            {
                var message = Message(Next(board, sent));
                socket!.Send(message);
                if (sent / CallsPerBoard % Batch == Batch - 1 || sent + CallsPerBoard >= until)
                {
                    await ShownAsync((sent + CallsPerBoard).ToString(CultureInfo.InvariantCulture), message);
                }
            }

            var weight = await WeighAsync(tv, cdp);
            output.WriteLine($"{sent,7} calls: {weight}");
            first ??= weight;
            Assert.True(
                weight.Wasm - first.Wasm <= WasmMayGrow && weight.Script - first.Script <= ScriptMayGrow
                && weight.Nodes - first.Nodes <= NodesMayGrow && weight.Listeners - first.Listeners <= ListenersMayGrow,
                $"after {sent} calls {weight}, after {WarmUp} {first}");
        }

        Assert.Empty(scene.Complaints);

        // On a busy machine the page may have taken another connection meanwhile: then the board is sent over that one.
        Task ShownAsync(string waiting, string message) => Eventually.TrueAsync(
            async () =>
            {
                socket!.Send(message);
                return await tv.Waiting("주민등록").TextContentAsync() == waiting;
            },
            waiting, TimeSpan.FromSeconds(60));
    }

    // Each board comes ten seconds after the one before, by the server's clock; each of its calls stands until the next.
    private static Board Next(Board board, int sent) => board with
    {
        Version = board.Version + sent + CallsPerBoard,
        At = board.At.AddSeconds(sent),
        Calls = [.. Enumerable.Range(1, CallsPerBoard).Select(call => Call(board, sent, sent + call)).Reverse()],
        Recent = [.. Enumerable.Range(1, CallsPerBoard).Select(call => Call(board, sent - CallsPerBoard, sent - CallsPerBoard + call)).Where(call => call.Number > 0).Reverse()],
        Services = [.. board.Services.Select(service => service with { Waiting = sent + CallsPerBoard })],
    };

    private static BoardCall Call(Board board, int sent, int id) => new(
        board.Version + id, (id % 9999) + (id > 0 ? 1 : 0), $"{(id % CallsPerBoard) + 1}", board.Services[0].Id, board.At.AddSeconds(sent), 1, "ko");

    private static string Message(Board board) => JsonSerializer.Serialize(
        new { type = 1, target = nameof(IDisplayClient.ShowBoard), arguments = new[] { board } }, Json) + End;

    private static async Task<Weight> WeighAsync(IPage tv, ICDPSession cdp)
    {
        await cdp.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await cdp.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        return new Weight(
            await tv.EvaluateAsync<double>("getDotnetRuntime(0).localHeapViewU8().length"), metrics["JSHeapUsedSize"], metrics["Nodes"], metrics["JSEventListeners"]);
    }

    private sealed record Weight(double Wasm, double Script, double Nodes, double Listeners)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"WebAssembly {Wasm / Megabyte:F1} MB, script {Script / Megabyte:F2} MB, {Nodes:F0} nodes, {Listeners:F0} listeners");
    }
}
