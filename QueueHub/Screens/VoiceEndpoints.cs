using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using QueueHub.Contracts.Boards;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.Screens;

/// <summary>
/// The clips of an office: its own recordings, then those of all offices, then the ones that came with the program. Under the data folder, <c>audio/{office}/</c>
/// and <c>audio/</c>, by the names of <see cref="VoiceClips"/>; no other file is ever opened.
/// </summary>
internal static class VoiceEndpoints
{
    /// <summary>A longer recording is taken for a mistake: a clip is a word or a sentence.</summary>
    public const long LargestClip = 1 << 20;

    private const string Ending = ".ogg";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/display/voices/{office}/{**clip}", [HttpMethods.Get, HttpMethods.Head], Get).AllowAnonymous().ExcludeFromDescription();

    private static Results<PhysicalFileHttpResult, RedirectHttpResult, NotFound> Get(
        string office, string clip, IOffices offices, HubOptions options, HttpContext http)
    {
        if (offices.Find(office) is not { } document || !clip.EndsWith(Ending, StringComparison.Ordinal) || !VoiceClips.All.Contains(clip[..^Ending.Length]))
        {
            return TypedResults.NotFound();
        }

        // Asked again each time, and answered with "not modified": a new recording is heard without anybody emptying a cache.
        http.Response.Headers.CacheControl = "no-cache";
        var audio = Path.Combine(options.DataFolder, "audio");
        return new[] { Path.Combine(audio, document.Slug, clip), Path.Combine(audio, clip) }.Select(path => new FileInfo(path))
            .FirstOrDefault(file => file is { Exists: true, Length: > 0 and <= LargestClip }) is { } own
            ? TypedResults.PhysicalFile(own.FullName, "audio/ogg", lastModified: own.LastWriteTimeUtc, entityTag: Tag(own))
            : TypedResults.Redirect($"/display/audio/{clip}");
    }

    private static EntityTagHeaderValue Tag(FileInfo file) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""));
}
