using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace QueueHub.Platform;

/// <summary>The hub's command line. Everything that is wrong with it is said before anything is started.</summary>
public sealed class HubOptions
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Usage = """
        ./run [options]
          --port <number>     port to listen on (8080)
          --data <folder>     where this hub keeps its data
          --lan               listen on all network interfaces, for phones in the same network
          --always-open       give numbers outside opening hours too
          --demo              let simulated citizens and clerks work at every office, at any hour
          --speed <number>    of the demo: simulated seconds in one real second (15)
          --seed <number>     of the demo: another number, other citizens (1)
          --cert <file>       serve HTTPS with this certificate (PEM or PFX without password)
          --cert-key <file>   the certificate's private key, when it is not in the same file
          --public-url <url>  address under which phones reach the hub: the base of QR codes and links
          --behind-proxy <addresses>
                              believe these proxies (addresses or networks, with commas) whom they speak for
          --Section:Key=value any other setting; ConnectionStrings:Redis and ConnectionStrings:Postgres name existing servers
        ./run staff --help    accounts of the staff: the first administrator, a forgotten password
        ./run history --help  the history: compared with its events, made anew, saved and read back
        """;

    private const int DefaultPort = 8080;
    private const StringSplitOptions Separated = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Port to listen on; 0 lets the system choose.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Folder of this hub alone.</summary>
    public string DataFolder { get; init; } = DefaultDataFolder;

    /// <summary>Listens on all interfaces instead of this machine only.</summary>
    public bool Lan { get; init; }

    /// <summary>Offices are taken to be open at any hour: for a demo in the evening, and for tests.</summary>
    public bool AlwaysOpen { get; init; }

    /// <summary>The simulated people to start; null without <c>--demo</c>.</summary>
    public DemoOptions? Demo { get; init; }

    /// <summary>Serves HTTPS with it.</summary>
    public HubCertificate? Certificate { get; init; }

    /// <summary>Name or address under which phones reach the hub, when no <see cref="PublicUrl"/> was given.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>Proxies whose word is taken for the citizen's address, scheme and host; nobody else's is.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary><c>--help</c> was asked for.</summary>
    public bool Help { get; init; }

    /// <summary>Settings of the form <c>--Section:Key=value</c>, for the configuration.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Folder for what only the hub's own user may read: keys and its copy of the configuration; inside the data folder, mode 0700.</summary>
    public string PrivateFolder => Path.Combine(DataFolder, "hub");

    /// <summary>Where phones reach the hub: the base of every QR code. Ends in a slash. When it was not given, its port is right once the hub listens.</summary>
    [AllowNull]
    public Uri PublicUrl
    {
        get => field ?? OwnUrl;
        init;
    }

    /// <summary>Where this node itself is reached. Its port is right once the hub listens.</summary>
    public Uri OwnUrl => new UriBuilder(Certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps, Host, BoundPort ?? Port).Uri;

    /// <summary>The port the hub was given, when it let the system choose.</summary>
    internal int? BoundPort { get; set; }

    private static string DefaultDataFolder =>
        Environment.IsPrivilegedProcess
            ? "/var/lib/queuehub"
            : Path.Combine(
                // Not verified: on a fresh account ~/.local/share is yet to be made, and the answer would be empty.
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "queuehub");

    /// <summary>Reads the command line.</summary>
    /// <exception cref="StartException">An option is unknown, lacks its value, or has one that cannot be used.</exception>
    public static HubOptions Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>();
        var flags = new HashSet<string>();
        var settings = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            switch (name)
            {
                case "--lan" or "--always-open" or "--demo" or "--help" when value is null:
                    flags.Add(name);
                    break;
                case "--port" or "--data" or "--cert" or "--cert-key" or "--speed" or "--seed" or "--public-url" or "--behind-proxy":
                    values[name] = value ?? (i + 1 < args.Count ? args[++i] : throw new StartException($"{name} needs a value."));
                    break;
                case ['-', '-', ..] when name.Contains(':', StringComparison.Ordinal) && value is not null:
                    settings.Add(args[i]);
                    break;
                default:
                    throw new StartException($"'{args[i]}' is not an option of QueueHub; --help lists them.");
            }
        }

        var lan = flags.Contains("--lan");
        var demo = DemoOptions.Parse(flags.Contains("--demo"), values.GetValueOrDefault("--speed"), values.GetValueOrDefault("--seed"));
        var publicUrl = values.TryGetValue("--public-url", out var url) ? ParseUrl(url) : null;
        var certificate = LoadCertificate(values.GetValueOrDefault("--cert"), values.GetValueOrDefault("--cert-key"));
        return new HubOptions
        {
            Port = values.TryGetValue("--port", out var port) ? ParsePort(port) : DefaultPort,
            DataFolder = Path.GetFullPath(values.GetValueOrDefault("--data", DefaultDataFolder)),
            Lan = lan,
            AlwaysOpen = flags.Contains("--always-open") || demo is not null,
            Demo = demo,
            Certificate = certificate,
            PublicUrl = publicUrl,
            Host = publicUrl is not null || !lan ? "localhost" : certificate?.Name ?? LanAddress.Find(),
            Proxies = [.. values.GetValueOrDefault("--behind-proxy", "").Split(',', Separated).Select(ParseNetwork)],
            Help = flags.Contains("--help"),
            Settings = settings,
        };
    }

    private static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new StartException($"'{text}' is not a port: it must be a number from 0 to 65535.");

    private static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? url
            : throw new StartException($"'{text}' is not a public address: it must be like https://queue.example.kr, without a path.");

    private static IPNetwork ParseNetwork(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new StartException($"'{text}' is not a proxy: it must be an address or a network like 10.0.0.0/24.");

    private static HubCertificate? LoadCertificate(string? file, string? keyFile) => (file, keyFile) switch
    {
        (null, null) => null,
        (null, _) => throw new StartException("--cert-key needs --cert."),
        _ => HubCertificate.Load(file, keyFile),
    };
}
