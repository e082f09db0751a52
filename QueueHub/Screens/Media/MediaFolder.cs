using QueueHub.Contracts.Screens;
using QueueHub.Offices;
using QueueHub.Platform;

namespace QueueHub.Screens.Media;

/// <summary>The pictures and videos of the offices, in <c>media/{office}</c> of the data folder: an administrator puts them there, the document names them.</summary>
internal sealed class MediaFolder(HubOptions options)
{
    /// <summary>The file, when the office's document names it and it is there; null otherwise.</summary>
    public FileInfo? Find(OfficeDocument office, string name) =>
        office.Slides?.Any(slide => slide.File == name) == true && MediaFiles.TypeOf(name) is not null ? Present(office, name) : null;

    /// <summary>What the document names and no display can show.</summary>
    public IReadOnlyList<MediaFault> Faults(OfficeDocument office) =>
    [
        .. (office.Slides ?? []).Select(slide => slide.File).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(name => (name, file: Present(office, name)))
            .Where(named => named.file is null || !IsWhatItSays(named.file))
            .Select(named => new MediaFault(named.name, named.file is null)),
    ];

    // A link could lead out of the folder, to what nobody meant to show.
    private FileInfo? Present(OfficeDocument office, string name) =>
        new FileInfo(Path.Combine(options.DataFolder, "media", office.Slug, name)) is { Exists: true, LinkTarget: null } file ? file : null;

    private static bool IsWhatItSays(FileInfo file)
    {
        try
        {
            using var content = file.OpenRead();
            Span<byte> head = stackalloc byte[MediaFiles.Head];
            return MediaFiles.Fits(file.Name, head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
