using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.Screens.Media;

/// <summary>Hands out the pictures and videos of an office's notices: public, as whoever stands in the lobby sees them.</summary>
internal static class MediaEndpoint
{
    // A file may be replaced under its name: a display asks again now and then, and is told that nothing has changed.
    private const string Kept = "public, max-age=300";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods($"{Routes.Media}/{{office}}/{{file}}", [HttpMethods.Get, HttpMethods.Head], Send).AllowAnonymous().ExcludeFromDescription();

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> Send(string office, string file, IOffices offices, MediaFolder folder, HttpContext http)
    {
        if (offices.Find(office) is not { } document || folder.Find(document, file) is not { } found)
        {
            return Problems.Of(http, ProblemCodes.NotFound);
        }

        http.Response.Headers.CacheControl = Kept;
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{found.LastWriteTimeUtc.Ticks:x}-{found.Length:x}\"");
        return TypedResults.PhysicalFile(
            found.FullName, MediaFiles.TypeOf(file), lastModified: found.LastWriteTimeUtc, entityTag: new EntityTagHeaderValue(tag), enableRangeProcessing: true);
    }
}
