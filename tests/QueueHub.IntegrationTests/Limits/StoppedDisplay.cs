using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using QueueHub.Contracts.Hubs;

namespace QueueHub.IntegrationTests.Limits;

/// <summary>A display in a process of its own, which a test can stop as a suspended machine would be. When its connection is lost it makes one more.</summary>
internal sealed class StoppedDisplay : IDisposable
{
    private const string Script = """
        for round in before after; do
          exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
          cat "$2/asks" >&3
          cat <&3 >"$2/$round"
          exec 3>&-
        done
        """;

    private readonly Process _process;
    private readonly TestFolder _folder;

    private StoppedDisplay(Process process, TestFolder folder) => (_process, _folder) = (process, folder);

    /// <summary>Returns when it has been given its first board.</summary>
    public static async Task<StoppedDisplay> StartAsync(RunningHub hub, TestFolder folder)
    {
        var upgrade = $"GET {Routes.DisplayHub} HTTP/1.1\r\nHost: localhost:{hub.Url.Port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        await File.WriteAllBytesAsync(folder["asks"],
        [
            .. Encoding.ASCII.GetBytes(upgrade),
            .. Frame("{\"protocol\":\"json\",\"version\":1}\u001e"),
            .. Frame($"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Watch\",\"arguments\":[\"{Seocho.Office}\"]}}\u001e"),
        ]);
        var display = new StoppedDisplay(
            Process.Start("setsid", ["bash", "-c", Script, "display", hub.Url.Port.ToString(CultureInfo.InvariantCulture), folder.Path]), folder);
        await Eventually.TrueAsync(() => File.Exists(folder["before"]) && Read(folder["before"]).Contains("\"version\":", StringComparison.Ordinal), "its first board");
        return display;
    }

    /// <summary>All it was sent over its second connection.</summary>
    public string SawAfterwards() => File.Exists(_folder["after"]) ? Read(_folder["after"]) : "";

    /// <summary>Sends a signal, its name without SIG, to all of it.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", "--", string.Create(CultureInfo.InvariantCulture, $"-{_process.Id}")]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose()
    {
        using (var kill = Process.Start("kill", ["-KILL", "--", string.Create(CultureInfo.InvariantCulture, $"-{_process.Id}")]))
        {
            kill.WaitForExit();
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    // A text frame of a client: masked, with a mask that changes nothing.
    private static byte[] Frame(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)payload.Length);
        return payload.Length < 126 ? [0x81, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload] : [0x81, 0x80 | 126, .. length, 0, 0, 0, 0, .. payload];
    }

    private static string Read(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
