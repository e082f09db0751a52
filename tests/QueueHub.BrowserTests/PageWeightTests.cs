using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Offices;
using QueueHub.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>Cheap phones on mobile data: a page, with everything that it loads, stays small.</summary>
public class PageWeightTests(EngineFixture engines, ChromiumFixture chromium)
{
    // Twenty kilobytes on the wire, of which the headers of at most nine files take one.
    private const int Limit = 19 * 1024;
    private const float Quiet = 500;

    [Fact]
    public async Task Every_page_of_the_phone_is_under_twenty_kilobytes_compressed_in_all()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await HoldAsync(scene, (await PhonePages.PathsAsync(scene)).Where(page => page.Key != "problem").Select(page => page.Value));
        var forms = scene.Hub.Services.GetRequiredService<IOffices>().All
            .SelectMany(office => office.Services.Select(service => (Office: office.Slug, Service: service)))
            .Where(place => place.Service.Form is not null)
            .DistinctBy(place => place.Service.Form);
        foreach (var (office, service) in forms)
        {
            var ticket = (await scene.Citizens.IssueAsync(service.Id, office)).Url;
            await HoldAsync(scene, [$"/{office}/s/{service.Id}", $"/{office}/s/{service.Id}/form", $"{ticket}/form"]);
        }
    }

    private static async Task HoldAsync(Scene scene, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var parts = new List<(string Path, int Bytes)>();
            foreach (var file in await FilesAsync(scene, path))
            {
                parts.Add((file, file == path ? await WeighPageAsync(scene, path) : await WeighAsync(scene, file)));
            }

            var weight = parts.Sum(part => part.Bytes);
            Assert.True(weight <= Limit, $"{path} weighs {weight} bytes: {string.Join(", ", parts)}");
        }
    }

    /// <summary>What a phone that sees the page for the first time fetches.</summary>
    private static async Task<IReadOnlyCollection<string>> FilesAsync(Scene scene, string path)
    {
        var files = new ConcurrentDictionary<string, string>();
        var phone = await scene.OpenAsync(path, Device.Phone, before: page =>
        {
            page.Request += (_, request) =>
            {
                if (request.ResourceType != "eventsource")
                {
                    files.TryAdd(new Uri(request.Url).AbsolutePath, request.ResourceType);
                }
            };
            return Task.CompletedTask;
        });
        for (var seen = 0; seen != files.Count;)
        {
            seen = files.Count;
            await phone.WaitForTimeoutAsync(Quiet);
        }

        return files.Keys.ToList();
    }

    // In the language whose words weigh most.
    private static async Task<int> WeighPageAsync(Scene scene, string path)
    {
        var weights = await Task.WhenAll(PhonePages.Languages.Select(language => WeighAsync(scene, path, language)));
        return weights.Max();
    }

    // Pages are compressed by the hub; files are here, as publishing does it beforehand.
    private static async Task<int> WeighAsync(Scene scene, string path, string? language = null)
    {
        var page = language is not null;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (page)
        {
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language!));
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        }

        using var response = await scene.Citizens.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        Assert.Equal(page ? ["br"] : [], response.Content.Headers.ContentEncoding);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return page ? bytes.Length : Compressed(bytes);
    }

    private static int Compressed(byte[] file)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(file);
        }

        return (int)compressed.Length;
    }
}
