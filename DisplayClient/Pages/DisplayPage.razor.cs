using DisplayClient.Live;
using DisplayClient.Pairing;
using Microsoft.AspNetCore.Components;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Pages;

/// <summary>The display that needs no address: it shows the board of the office where it was paired, and asks to be paired where it was not.</summary>
public sealed partial class DisplayPage : IDisposable
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private ScreenPlace? _place;
    private bool _asking;

    [Inject]
    private BoardConnection Connection { get; set; } = null!;

    [Inject]
    private IPairingApi Api { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Connection.StateChanged -= OnLink;
        _stop.Cancel();
        _stop.Dispose();
    }

    private void Show(ScreenPlace place)
    {
        _place = place;
        Connection.StateChanged += OnLink;
        _ = FollowAsync();
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
            if (await Api.StandingAsync(ScreenKind.Display, _stop.Token) is { Known: true } standing && standing.Place?.Office != _place?.Office)
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
