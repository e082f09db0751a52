using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.History.Answers;
using QueueHub.History.Keys;
using QueueHub.Platform;
using QueueHub.Platform.Limits;

namespace QueueHub.History.Export;

/// <summary>
/// Sends rows as a file, few files at a time. A file that could not be finished is no file: its connection is cut, so that nobody takes half of the tickets for all of them.
/// </summary>
internal sealed class Exports(IOptions<LimitOptions> limits, TimeProvider time, ILogger<Exports> logger) : IDisposable
{
    private readonly ConcurrencyLimiter _seats = new(new ConcurrencyLimiterOptions { PermitLimit = limits.Value.Exports, QueueLimit = 0 });

    // One seat is never a program's, if there are several: a slow download of a script must not cost the supervisors theirs.
    private readonly ConcurrencyLimiter _ofPrograms = new(new ConcurrencyLimiterOptions { PermitLimit = Math.Max(1, limits.Value.Exports - 1), QueueLimit = 0 });

    /// <summary>Answers with the rows; with a problem where there is no seat, or where even the first row cannot be read.</summary>
    /// <param name="name">Of the file, without its extension; also of the sheet, up to its first underscore.</param>
    public async Task<IResult> SendAsync(
        HttpContext http, ExportFormat format, string name, IReadOnlyList<ExportColumn> columns, Func<CancellationToken, IAsyncEnumerable<IReadOnlyList<object?>>> rows)
    {
        using var program = ApiKeyScope.Of(http.User) is null ? null : _ofPrograms.AttemptAcquire();
        using var seat = program?.IsAcquired == false ? program : _seats.AttemptAcquire();
        if (!seat.IsAcquired)
        {
            return Problems.Of(http, ProblemCodes.Busy);
        }

        using var limit = new CancellationTokenSource(limits.Value.LongestExport, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, http.RequestAborted);
        await using var reader = rows(either.Token).GetAsyncEnumerator(either.Token);

        // Before anything is sent: until then the answer can be a problem.
        var more = await reader.MoveNextAsync();
        http.Response.ContentType = format.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{format.Extension}\"";
        await using var outlet = new Outlet(http.Response.BodyWriter);
        using var sheet = format.Begin(outlet, name.Split('_')[0], columns, time.GetUtcNow());
        try
        {
            for (; more; more = await reader.MoveNextAsync())
            {
                sheet.Write(reader.Current);
                await outlet.DrainAsync(either.Token);
            }

            sheet.Complete();
            await outlet.FlushPipeAsync(either.Token);
        }
        catch (Exception error)
        {
            if (!http.RequestAborted.IsCancellationRequested)
            {
                logger.LogWarning(error, "An export was given up: {Reason}", error.Message);
            }

            outlet.GiveUp();
            http.Abort();
        }

        return Results.Empty;
    }

    public void Dispose()
    {
        _seats.Dispose();
        _ofPrograms.Dispose();
    }
}
