using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Offices;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace Simulator.Running;

/// <summary>The public API of a hub, as the people of one office use it: each phone with its own device cookie, the clerks signed in.</summary>
internal sealed class HubDoors : IDisposable
{
    private const string DeviceCookie = "qh.device";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly HttpClient _phones;
    private readonly HttpClient _clerks;

    /// <param name="hub">The hub's address.</param>
    /// <param name="lobby">Number of the office: on this machine its people have an address of their own, as a lobby has on the internet.</param>
    /// <param name="certificate">SHA-256 of the hub's certificate, when it is for another name than the address.</param>
    public HubDoors(Uri hub, int lobby, string? certificate = null)
    {
        _phones = NewClient(hub, lobby, certificate, cookies: false);
        _clerks = NewClient(hub, lobby, certificate, cookies: true);
    }

    public Task<IReadOnlyList<OfficeInfo>?> OfficesAsync(CancellationToken cancellation) =>
        _phones.GetFromJsonAsync<IReadOnlyList<OfficeInfo>>("api/offices", cancellation);

    public Task<OfficeInfo?> OfficeAsync(string office, CancellationToken cancellation) =>
        _phones.GetFromJsonAsync<OfficeInfo>($"api/offices/{office}", cancellation);

    public Task<FormTemplate?> FormAsync(string form, CancellationToken cancellation) =>
        _phones.GetFromJsonAsync<FormTemplate>($"api/forms/{form}", cancellation);

    /// <summary>Signs the office's clerks in; gives the id under which they hold counters.</summary>
    public async Task<string> SignInAsync(SignInRequest account, CancellationToken cancellation)
    {
        using var response = await _clerks.PostAsJsonAsync(Path(Routes.SignIn), account, cancellation);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<SignedIn>(cancellation))!.Id;
    }

    public async Task<DeskBoard> DeskAsync(string office, CancellationToken cancellation) =>
        (await _clerks.GetFromJsonAsync<DeskBoard>($"api/offices/{office}/desk", cancellation))!;

    /// <summary>Takes a number: from a phone, or at the reception, where a clerk may grant a class.</summary>
    public Task<Answer<IssuedTicket>> IssueAsync(string office, string? device, IssueRequest request, CancellationToken cancellation) =>
        SendAsync<IssuedTicket>(device, $"api/offices/{office}/tickets", request, cancellation);

    /// <summary>Gives the ticket up on the phone that has it.</summary>
    public Task<Answer<object>> CancelAsync(string device, string ticketUrl, CounterRequest request, CancellationToken cancellation) =>
        SendAsync<object>(device, $"{Path(ticketUrl)}/cancel", request, cancellation);

    public Task<Answer<CommandReply>> CommandAsync(string office, string counter, string verb, object request, CancellationToken cancellation) =>
        SendAsync<CommandReply>(null, $"api/offices/{office}/counters/{counter}/{verb}", request, cancellation);

    public void Dispose()
    {
        _phones.Dispose();
        _clerks.Dispose();
    }

    private async Task<Answer<T>> SendAsync<T>(string? device, string path, object body, CancellationToken cancellation) where T : class
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, body.GetType()) };
        if (device is not null)
        {
            message.Headers.Add("Cookie", $"{DeviceCookie}={device}");
        }

        using var response = await (device is null ? _clerks : _phones).SendAsync(message, cancellation);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
        {
            // Not an answer about this command: it is asked again, with the same request id, when the hub answers commands again.
            throw new HttpRequestException(null, null, response.StatusCode);
        }

        if (response.IsSuccessStatusCode)
        {
            return new Answer<T>(response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadFromJsonAsync<T>(cancellation), null);
        }

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return new Answer<T>(null, problem.TryGetProperty("code", out var code) ? code.GetString() : ProblemCodes.Internal);
    }

    private static string Path(string rooted) => rooted.TrimStart('/');

    private static HttpClient NewClient(Uri hub, int lobby, string? certificate, bool cookies)
    {
        var handler = new SocketsHttpHandler { UseCookies = cookies, AllowAutoRedirect = false };
        if (hub.IsLoopback)
        {
            handler.ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint.Port, lobby, cancellation);
        }

        if (certificate is not null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown is not null && string.Equals(shown.GetCertHashString(HashAlgorithmName.SHA256), certificate, StringComparison.OrdinalIgnoreCase);
        }

        return new HttpClient(handler) { BaseAddress = hub, Timeout = Limit };
    }

    // Limits per address count each lobby by itself, without being any wider for anybody else: Linux gives this machine all of 127.0.0.0/8.
    private static async ValueTask<Stream> ConnectAsync(int port, int lobby, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(new IPAddress([127, 1, (byte)(lobby / 250), (byte)(1 + (lobby % 250))]), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>What a command came to: its result, or the code of the refusal.</summary>
internal sealed record Answer<T>(T? Result, string? Refusal);
