using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Live;

/// <inheritdoc cref="IHereApi"/>
public sealed class HereApi(HttpClient http, TimeProvider time) : IHereApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public async Task<(HereQr? Code, bool Answered)> AskAsync()
    {
        using var late = new CancellationTokenSource(Patience, time);
        try
        {
            using var response = await http.GetAsync(Routes.DisplayHere, late.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => (await response.Content.ReadFromJsonAsync(HereJson.Default.HereQr, late.Token), true),
                HttpStatusCode.NoContent or HttpStatusCode.Unauthorized => (null, true),
                _ => (null, false),
            };
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or OperationCanceledException)
        {
            return (null, false);
        }
    }
}

/// <summary>The code's JSON, described at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HereQr))]
internal sealed partial class HereJson : JsonSerializerContext;
