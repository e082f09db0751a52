using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Pairing;

/// <inheritdoc cref="IPairingApi"/>
public sealed class PairingApi(HttpClient http, TimeProvider time) : IPairingApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public async Task<Standing> StandingAsync(ScreenKind kind, CancellationToken stop)
    {
        var address = kind == ScreenKind.Panel ? Routes.PanelPlace : Routes.DisplayPlace;
        var (place, code) = await AskAsync(token => http.GetAsync(address, token), PairingJson.Default.ScreenPlace, stop);
        return code switch
        {
            null => new(place, place is not null),
            ProblemCodes.ScreenUnpaired => new(null, true, Unpaired: true),
            ProblemCodes.ScreenNotPaired => new(null, true),
            _ => Standing.Unknown,
        };
    }

    /// <inheritdoc/>
    public async Task<PairingCode?> StartAsync(ScreenKind kind, CancellationToken stop) =>
        (await AskAsync(
            token => http.PostAsync(Routes.Pairings, JsonContent.Create(new PairingRequest(kind, AppVersion.Text), PairingJson.Default.PairingRequest), token),
            PairingJson.Default.PairingCode, stop)).Answer;

    /// <inheritdoc/>
    public async Task<PairingAnswer?> PollAsync(string deviceCode, CancellationToken stop) =>
        (await AskAsync(
            token => http.PostAsync(Routes.PairingPoll, JsonContent.Create(new PairingQuestion(deviceCode), PairingJson.Default.PairingQuestion), token),
            PairingJson.Default.PairingAnswer, stop)).Answer;

    // The answer, or the code of the problem, which is empty when nobody has answered in our words.
    private async Task<(T? Answer, string? Code)> AskAsync<T>(Func<CancellationToken, Task<HttpResponseMessage>> ask, JsonTypeInfo<T> type, CancellationToken stop)
        where T : class
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var response = await ask(either.Token);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync(type, either.Token), null)
                : (null, (await response.Content.ReadFromJsonAsync(PairingJson.Default.PairingProblem, either.Token))?.Code ?? "");
        }
        catch (Exception error) when (error is HttpRequestException or JsonException || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return (null, "");
        }
    }
}
