using System.Text.Json;
using DisplayClient.Live;
using DisplayClient.Memory;
using DisplayClient.Pairing;
using Microsoft.AspNetCore.Components;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Pages;

/// <summary>The display that needs no address: it shows the board of the office where it was paired, and asks to be paired where it was not.</summary>
public sealed partial class DisplayPage : IDisposable
{
    private const string PlaceKey = "queuehub.place";
    private static readonly TimeSpan AskEvery = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private ScreenPlace? _place;
    private bool _asking;

    [Inject]
    private BoardConnection Connection { get; set; } = null!;

    [Inject]
    private IPairingApi Api { get; set; } = null!;

    [Inject]
    private IScreenMemory Memory { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Connection.StateChanged -= OnLink;
        Connection.Settled -= OnSettled;
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        // Switched on before the server: where it stood yesterday it most probably stands today, and as soon as the server answers, it is asked.
        if (Remembered() is { } place && await Api.StandingAsync(ScreenKind.Display, _stop.Token) is { Known: false } && _place is null)
        {
            Show(place);
        }
    }

    private void Show(ScreenPlace place)
    {
        if (_place is not null)
        {
            return;
        }

        _place = place;
        Keep(place);
        Connection.StateChanged += OnLink;
        Connection.Settled += OnSettled;
        _ = FollowAsync();
    }

    private void Keep(ScreenPlace place) => Memory.Write(PlaceKey, JsonSerializer.Serialize(place, PairingJson.Default.ScreenPlace));

    private ScreenPlace? Remembered()
    {
        try
        {
            return Memory.Read(PlaceKey) is { } text ? JsonSerializer.Deserialize(text, PairingJson.Default.ScreenPlace) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void OnSettled(DisplaySettings settings)
    {
        _place = _place! with { Settings = settings };
        Keep(_place);
        StateHasChanged();
    }

    // The server closes the connection of a display whose pairing has ended: whenever the link comes or goes, it is asked. And now and then, in case
    // that was missed.
    private void OnLink() => _ = AskAsync();

    private async Task FollowAsync()
    {
        using var minutes = new PeriodicTimer(AskEvery, Time);
        try
        {
            while (await minutes.WaitForNextTickAsync(_stop.Token))
            {
                await AskAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task AskAsync()
    {
        if (_asking)
        {
            return;
        }

        _asking = true;
        try
        {
            // Another place, too, is begun anew: boards, voices and clocks of the old one go with the page.
            if (await Api.StandingAsync(ScreenKind.Display, _stop.Token) is not { Known: true } standing)
            {
                return;
            }

            if (standing.Place is { } place && place.Office == _place?.Office)
            {
                OnSettled(place.Settings ?? DisplaySettings.Usual);
            }
            else
            {
                Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        finally
        {
            _asking = false;
        }
    }
}
