using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using QueueHub.Platform.Limits;

namespace QueueHub.Feed;

/// <summary>Waiting counts in the shape of the national open data, for whoever reads those already. docs/feed.md.</summary>
public static class FeedServices
{
    private const string JsonType = "application/json;charset=UTF-8";
    private const string XmlType = "application/xml;charset=UTF-8";

    public static void AddFeed(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FeedOptions>().BindConfiguration("Feed");
        builder.Services.AddSingleton<FeedEditions>();
        builder.Services.AddSingleton<FeedPermits>();
    }

    public static void MapFeed(this IEndpointRouteBuilder app)
    {
        var feed = app.MapGroup("/cso_v2").AllowAnonymous().WithTags("Feed");
        Map(feed, "/cso_info_v2", "FeedInfo", "Offices, their places and hours (national feed)", 60, (editions, question) => editions.Info(question));
        Map(feed, "/cso_realtime_v2", "FeedRealtime", "Who waits where, now (national feed)", 1, (editions, question) => editions.Realtime(question));
    }

    private static void Map(
        RouteGroupBuilder feed, string path, string name, string summary, int maxAge, Func<FeedEditions, FeedQuestion, byte[]> answer) => feed.MapGet(path, (
            [Description("Accepted, and not looked at unless the hub is configured to.")] string? serviceKey,
            [Description("Page, from 1.")] string? pageNo,
            [Description("Items of a page, 1 to 1000; 10 when absent.")] string? numOfRows,
            [Description("json (usual) or xml.")] string? type,
            [Description("Legal district code, ten digits; zeros at its end stand for all that is within.")] string? stdgCd,
            FeedEditions editions, FeedPermits permits, IOptions<FeedOptions> options, HttpContext http) =>
        {
            var question = FeedQuestion.Read(pageNo, numOfRows, type, stdgCd);
            var refusal = !permits.Take(http) ? FeedResult.TooMany
                : !Known(options.Value.ServiceKey, serviceKey) ? FeedResult.UnknownKey
                : question is null ? FeedResult.InvalidParameter
                : null;
            var xml = question?.Xml ?? string.Equals(type, "xml", StringComparison.OrdinalIgnoreCase);
            http.Response.Headers.CacheControl = refusal is null ? $"public, max-age={maxAge}" : "no-store";

            // The portal tells its refusals in the answer alone, and that is where its readers look; whoever asks too often is told by the status, too.
            http.Response.StatusCode = refusal == FeedResult.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
            return Results.Bytes(refusal is null ? answer(editions, question!.Value) : FeedAnswer.Of(xml, refusal), xml ? XmlType : JsonType);
        }).WithName(name).WithSummary(summary).Produces(StatusCodes.Status200OK, contentType: "application/json", additionalContentTypes: "application/xml");

    private static bool Known(string? wanted, string? sent) => string.IsNullOrEmpty(wanted) || CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(wanted)), SHA256.HashData(Encoding.UTF8.GetBytes(sent ?? "")));
}

/// <summary>How often one address may read the feed.</summary>
public sealed class FeedPermits(IOptions<LimitOptions> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(
            AddressKey.Of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.Value.FeedPerAddress, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>False when this address has asked often enough for now.</summary>
    public bool Take(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
