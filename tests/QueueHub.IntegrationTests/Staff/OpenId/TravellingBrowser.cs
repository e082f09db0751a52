using System.Net;
using QueueHub.Contracts.Hubs;

namespace QueueHub.IntegrationTests.Staff.OpenId;

/// <summary>
/// A browser that reaches the hub by its public https address, through a proxy. It follows nothing by itself, and keeps cookies as browsers do: what is
/// <c>SameSite=Strict</c> does not come along from another site.
/// </summary>
internal sealed class TravellingBrowser(RunningHub hub) : IDisposable
{
    public static readonly Uri Public = new("https://queue.example/");

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, disposeHandler: true);

    /// <summary>Its cookies, each as it was set.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string path, bool fromElsewhere = false) => SendAsync(HttpMethod.Get, path, fromElsewhere);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, bool fromElsewhere = false)
    {
        using var request = new HttpRequestMessage(method, new Uri(hub.Url, path));
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", Public.Scheme);
        request.Headers.Add("X-Forwarded-Host", Public.Host);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Values
            .Where(cookie => !fromElsewhere || !cookie.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase))
            .Select(cookie => cookie.Split(';')[0])));
        var answer = await _http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0].Split('=', 2)[1]);
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = cookie;
            }
        }

        return answer;
    }

    /// <summary>To the provider and up to the address that it sends back to.</summary>
    public async Task<Uri> ToProviderAndBackAsync(string path = "/counter")
    {
        using var start = await GetAsync($"{Routes.OpenId}?return={path}");
        Assert.Equal(HttpStatusCode.Redirect, start.StatusCode);
        using var there = await _http.GetAsync(start.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);
        Assert.StartsWith(Public.AbsoluteUri, there.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        return there.Headers.Location;
    }

    /// <summary>The whole way; gives what is shown at its end.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string path = "/counter") =>
        await GetAsync((await ToProviderAndBackAsync(path)).PathAndQuery, fromElsewhere: true);

    public void Dispose() => _http.Dispose();
}
