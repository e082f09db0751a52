using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using QueueHub.TestSupport;

namespace QueueHub.IntegrationTests.Engines;

/// <summary>The hub as a process: how it starts, refuses to start, is killed and is stopped.</summary>
public sealed class HubLifeTests(EngineFixture engines) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Engines_left_by_a_killed_hub_are_taken_over_by_the_next_one()
    {
        await using var killed = Start();
        await killed.ListensAsync();
        var left = EngineIds();

        await killed.SignalGroupAsync("KILL");
        await killed.EndsAsync();
        Assert.All(left, id => Assert.True(IsRunning(id), "an engine died with its hub"));

        await using var next = Start();
        await next.ListensAsync();
        Assert.Equal(left, EngineIds());
        Assert.Contains("Took over Redis", next.Output, StringComparison.Ordinal);
        Assert.Contains("Took over PostgreSQL", next.Output, StringComparison.Ordinal);

        await next.SignalGroupAsync("TERM");
        Assert.Equal(0, (await next.EndsAsync()).Code);
        Assert.All(left, id => Assert.False(IsRunning(id), "an engine was left behind"));
    }

    [Fact]
    public async Task Ctrl_C_lets_a_request_under_way_be_answered_before_Redis_is_stopped()
    {
        await using var hub = Start("--Limits:Drain=00:05:00", "--Limits:Grace=00:05:00");
        var url = await hub.ListensAsync();
        var engineIds = EngineIds();
        const string body = """{"requestId":"00112233445566778899aabbccddeeff","service":"no-such-service"}""";
        using var request = new TcpClient();
        await request.ConnectAsync(IPAddress.Loopback, url.Port);
        var stream = request.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/offices/seocho/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
            + "Expect: 100-continue\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync());

        await hub.SignalGroupAsync("INT");
        await Eventually.TrueAsync(() => RefusesAsync(url.Port), "the hub takes no new connections");
        Assert.All(engineIds, id => Assert.True(IsRunning(id), "an engine was stopped while a request was under way"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body));
        var answer = await reader.ReadToEndAsync();

        Assert.StartsWith("\r\nHTTP/1.1 404", answer, StringComparison.Ordinal);
        Assert.Equal(0, (await hub.EndsAsync()).Code);
        Assert.All(engineIds, id => Assert.False(IsRunning(id), "an engine was left behind"));
    }

    [Fact]
    public async Task Ctrl_C_while_starting_leaves_no_engine_behind()
    {
        _ = engines.Engines;
        for (var attempt = 1; await StartedBeforeItEndedAsync($"data{attempt}"); attempt++)
        {
            Assert.True(attempt < 10, "it was always up before it was told to stop");
        }

        // A hub that was up before the signal came was not starting any more.
        async Task<bool> StartedBeforeItEndedAsync(string data)
        {
            await using var hub = ChildHub.Start(_folder[data]);
            await Eventually.TrueAsync(
                () => new FileInfo(_folder[$"{data}/redis/redis.pid"]) is { Exists: true, Length: > 0 }, "Redis has been started", TimeSpan.FromMinutes(5));
            var redis = PidIn($"{data}/redis/redis.pid");

            await hub.SignalGroupAsync("INT");

            Assert.Equal(0, (await hub.EndsAsync()).Code);
            Assert.False(IsRunning(redis));
            Assert.False(File.Exists(_folder[$"{data}/postgres/data/postmaster.pid"]));
            return hub.Output.Contains("QueueHub is running", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_taken_port_is_said_in_one_sentence_before_any_engine_is_started()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await using var hub = Start($"--port={port}");
        var (code, errors) = await hub.EndsAsync();

        Assert.Equal(1, code);
        Assert.Equal($"QueueHub: Port {port} is in use: stop the program that has it, or choose another with --port.\n", errors);
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task Existing_servers_named_on_the_command_line_are_used_and_none_is_started()
    {
        var redis = engines.Engines.RedisConfiguration.ToString();

        await using var hub = Start($"--ConnectionStrings:Redis={redis}", $"--ConnectionStrings:Postgres={await engines.CreateDatabaseAsync()}");
        await hub.ListensAsync();

        Assert.DoesNotContain("Started Redis", hub.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Started PostgreSQL", hub.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["data/redis"]));
        Assert.False(Directory.Exists(_folder["data/postgres"]));
    }

    [Fact]
    public async Task Without_lan_only_this_machine_reaches_the_hub()
    {
        await using var hub = Start();
        var url = await hub.ListensAsync();

        Assert.Equal("localhost", url.Host);
        foreach (var address in OtherAddresses())
        {
            using var client = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(address, url.Port));
        }
    }

    [Fact]
    public async Task With_lan_the_printed_address_is_reachable_and_marked_as_a_demo()
    {
        await using var hub = Start("--lan");
        if (OtherAddresses().Count == 0)
        {
            Assert.Contains("--lan found no network", (await hub.EndsAsync()).Errors, StringComparison.Ordinal);
            return;
        }

        var url = await hub.ListensAsync();
        using var client = new HttpClient();

        Assert.Contains(IPAddress.Parse(url.Host), OtherAddresses());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(url, "counter"))).StatusCode);
        await Eventually.TrueAsync(() => hub.Output.Contains("DEMO: without a certificate", StringComparison.Ordinal), "the warning is printed");
    }

    [Fact]
    public async Task With_a_certificate_the_hub_serves_HTTPS()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await File.WriteAllTextAsync(_folder["cert.pem"], certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(_folder["key.pem"], key.ExportPkcs8PrivateKeyPem());

        await using var hub = Start($"--cert={_folder["cert.pem"]}", $"--cert-key={_folder["key.pem"]}");
        var url = await hub.ListensAsync();
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, served, _, _) => served?.Thumbprint == certificate.Thumbprint,
        };
        using var client = new HttpClient(handler);

        Assert.Equal("https", url.Scheme);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(url, "counter"))).StatusCode);
    }

    private ChildHub Start(params IEnumerable<string> arguments)
    {
        _ = engines.Engines;
        return ChildHub.Start(_folder["data"], arguments);
    }

    private int[] EngineIds() => [PidIn("data/redis/redis.pid"), PidIn("data/postgres/data/postmaster.pid")];

    private int PidIn(string file) => int.Parse(File.ReadLines(_folder[file]).First(), CultureInfo.InvariantCulture);

    private static bool IsRunning(int id) => File.Exists($"/proc/{id}/stat") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static List<IPAddress> OtherAddresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork),
    ];

    private static async Task<bool> RefusesAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
