using System.Security.Cryptography;
using QueueHub.Contracts;
using QueueHub.Contracts.Screens;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.Screens;

/// <summary>
/// Pairing after RFC 8628's shape: the screen shows a code, a supervisor says where it stands, the screen fetches its token with a code of its own that
/// nobody has seen.
/// </summary>
internal sealed class Pairings(PairingStore store, Screens screens, HubOptions hub, TimeProvider time)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Between two questions of a screen.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The answer that carries the token may be lost on the way, and a code may be confirmed in its last second: for so long the screen may ask (again). Each
    /// answer makes the token of the one before worthless.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Longest name of a place.</summary>
    public const int LongestName = 60;

    private const int LongestVersion = 32;
    private const int IdBytes = 8;
    private const int Tries = 3;
    private static readonly TimeSpan Hurry = TimeSpan.FromSeconds(1);

    /// <summary>A screen begins to wait; null when no code could be had.</summary>
    public async Task<PairingCode?> StartAsync(PairingRequest request, string? userAgent, string address)
    {
        var device = Devices.Describe(userAgent);
        var now = time.GetUtcNow().UtcDateTime;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var (code, secret) = (RandomNumberGenerator.GetString(UserCode.Letters, UserCode.Length), ScreenSecrets.New());
            if (await store.AddAsync(new PairingRow(
                code, ScreenSecrets.Hash(secret), ScreenKinds.Word(request.Kind), Version(request.Version), device.Browser, device.System, address, now, now + Lifetime)))
            {
                var shown = UserCode.Shown(code);
                return new PairingCode(
                    shown, secret, ScreenAddresses.Verification(hub.PublicUrl), ScreenAddresses.Qr(shown), (int)Lifetime.TotalSeconds, (int)Interval.TotalSeconds);
            }
        }

        return null;
    }

    /// <summary>A screen asks how far it is; once it is paired, with its new token.</summary>
    public async Task<(PairingAnswer Answer, string? Token)> PollAsync(PairingQuestion question)
    {
        if (!ScreenSecrets.IsOne(question.DeviceCode))
        {
            return (Answer(PairingState.Expired), null);
        }

        var (now, hash) = (time.GetUtcNow(), ScreenSecrets.Hash(question.DeviceCode));
        if (await store.PollAsync(hash, now, now - Grace, now - Grace) is not { } polled)
        {
            return (Answer(PairingState.Expired), null);
        }

        if (polled.Screen is null)
        {
            var early = polled.PolledBefore is { } before && now.UtcDateTime - before < Interval - Hurry;
            return (Answer(early ? PairingState.SlowDown : PairingState.Pending), null);
        }

        var token = ScreenSecrets.New();
        if (await store.CollectAsync(hash, ScreenSecrets.Hash(token), now) is not { Screen: var screen })
        {
            return (Answer(PairingState.Expired), null);
        }

        await screens.RefreshAsync(CancellationToken.None);
        return (Answer(PairingState.Paired) with { Place = Place(screen) }, token);
    }

    /// <summary>The device behind a code, or null.</summary>
    public async Task<AskingScreen?> FindAsync(string? typed)
    {
        var now = time.GetUtcNow();
        return UserCode.Parse(typed) is { } code && await store.FindAsync(code, now) is { } pairing ? pairing.Asking(now) : null;
    }

    /// <summary>Pairs the screen with a place of the office.</summary>
    public async Task<(ConfirmedPairing? Confirmed, string? Code)> ConfirmAsync(OfficeDocument office, ConfirmPairingRequest request, string by)
    {
        if (UserCode.Parse(request.Code) is not { } code)
        {
            return (null, ProblemCodes.UnknownPairingCode);
        }

        var (wanted, problem) = Wanted(office, request);
        if (wanted is null)
        {
            return (null, problem);
        }

        if (await store.ConfirmAsync(code, wanted, by, time.GetUtcNow()) is not var (screen, replaced))
        {
            return (null, ProblemCodes.UnknownPairingCode);
        }

        await screens.RefreshAsync(CancellationToken.None);
        return (new ConfirmedPairing(Place(screen), replaced), null);
    }

    /// <summary>What a screen may know of itself.</summary>
    public static ScreenPlace Place(Screen screen) => new(screen.Id, screen.Kind, screen.Office, screen.Place, screen.Name, screen.Settings);

    /// <summary>Why a display of the office cannot be set so; null when it can.</summary>
    public static string? Refused(OfficeDocument office, DisplaySettings settings) =>
        !Enum.IsDefined(settings.Layout) ? ProblemCodes.InvalidRequest
        : settings.Zone is { } zone && office.Zone(zone) is null ? ProblemCodes.UnknownZone
        : null;

    private static (Screen? Wanted, string? Code) Wanted(OfficeDocument office, ConfirmPairingRequest request)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        if (request.Counter is { } counter)
        {
            return office.Counter(counter) is { } definition
                ? (new Screen(id, ScreenKind.Panel, office.Slug, definition.Id, definition.Id), null)
                : (null, ProblemCodes.UnknownCounter);
        }

        var name = CleanName(request.Name);
        var settings = request.Settings ?? DisplaySettings.Usual;
        return name.Length is 0 or > LongestName ? (null, ProblemCodes.ScreenNameInvalid)
            : Refused(office, settings) is { } refused ? (null, refused)
            : (new Screen(id, ScreenKind.Display, office.Slug, "", name, settings), null);
    }

    private static string CleanName(string? name) =>
        string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var clean && clean.Any(char.IsControl) ? "" : clean;

    private static PairingAnswer Answer(PairingState state) => new(state, (int)Interval.TotalSeconds);

    internal static string Version(string? version) =>
        string.Concat((version ?? "").Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '+').Take(LongestVersion));
}
