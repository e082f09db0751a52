using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace QueueHub.Intake;

/// <summary>The fingerprinted addresses of style sheet and module: phones may keep them for ever, and still get every new version.</summary>
public sealed class PageAssets(EndpointDataSource endpoints)
{
    private readonly Lazy<FrozenDictionary<string, string>> _routes = new(() => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .Select(asset => (Label: asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value, asset.Route))
        .Where(asset => asset.Label is not null)
        .DistinctBy(asset => asset.Label)
        .ToFrozenDictionary(asset => asset.Label!, asset => $"/{asset.Route}"));

    /// <summary>The address of a file of wwwroot; its plain one when it has no fingerprint.</summary>
    public string this[string file] => _routes.Value.GetValueOrDefault(file) ?? $"/{file}";
}
