using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace QueueHub.IntegrationTests.Protection;

/// <summary>Shorthands for the doors of the protection.</summary>
internal static class ProtectionDoors
{
    public const string Base = $"/api/offices/{Seocho.Office}";

    /// <summary>What was answered, or the code of the problem.</summary>
    public static async Task<(T? Value, string? Code)> AskAsync<T>(this HttpClient client, HttpMethod method, string path, object? body = null)
        where T : class
    {
        using var request = new HttpRequestMessage(method, $"{Base}/{path}") { Content = body is null ? null : JsonContent.Create(body, body.GetType()) };
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.OK
            ? (await answer.Content.ReadFromJsonAsync<T>(), null)
            : (null, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    public static async Task<T> GetAsync<T>(this HttpClient client, string path)
        where T : class
    {
        var (value, code) = await client.AskAsync<T>(HttpMethod.Get, path);
        Assert.True(value is not null, $"{path}: {code}");
        return value!;
    }

    public static async Task<string?> RefusalAsync(this HttpClient client, HttpMethod method, string path, object? body = null) =>
        (await client.AskAsync<object>(method, path, body)).Code;
}
