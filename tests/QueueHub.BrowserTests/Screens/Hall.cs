using Npgsql;

namespace QueueHub.BrowserTests.Screens;

/// <summary>A busy hall: twelve counters in two zones, long names, and a film of the office's own making.</summary>
internal static class Hall
{
    public const int Counters = 12;

    // A canvas that moves and a tone, taken by the browser itself: no film lies in the repository.
    private const string Film = """
        async () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
          const pen = canvas.getContext('2d');
          let step = 0;
          const drawing = setInterval(() => {
            pen.fillStyle = `hsl(${step++ * 9} 60% 45%)`;
            pen.fillRect(0, 0, 320, 180);
            pen.fillStyle = '#fff';
            pen.fillRect(20 + step * 2 % 200, 70, 80, 40);
          }, 40);
          const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
          const parts = [];
          recorder.ondataavailable = event => parts.push(event.data);
          recorder.start();
          await new Promise(later => setTimeout(later, 2000));
          await new Promise(stopped => { recorder.onstop = stopped; recorder.stop(); });
          clearInterval(drawing);
          const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
          return btoa(Array.from(bytes, value => String.fromCharCode(value)).join(''));
        }
        """;

    private const string Picture = """
        () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
          const pen = canvas.getContext('2d');
          const ground = pen.createLinearGradient(0, 0, 640, 360);
          ground.addColorStop(0, '#0b50d0');
          ground.addColorStop(1, '#5fbf73');
          pen.fillStyle = ground;
          pen.fillRect(0, 0, 640, 360);
          pen.fillStyle = '#fff';
          pen.font = 'bold 44px sans-serif';
          pen.fillText('서초구 책읽기 축제', 130, 190);
          return canvas.toDataURL('image/png').split(',')[1];
        }
        """;

    /// <summary>A film of two seconds.</summary>
    public static async Task<byte[]> FilmAsync(this IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>(Film));

    /// <summary>A poster.</summary>
    public static async Task<byte[]> PictureAsync(this IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>(Picture));

    /// <summary>Gives the office its halls.</summary>
    /// <param name="longNames">Services have the longest names there are.</param>
    public static async Task BuildAsync(Scene scene, bool longNames)
    {
        await using var source = NpgsqlDataSource.Create(scene.Hub.PostgresConnectionString);
        await using var change = source.CreateCommand(
            $$"""
            update office set document = document || jsonb_build_object(
              'services', (select jsonb_agg(service || case when $1 then jsonb_build_object('name', jsonb_build_object(
                  'ko', '외국인등록 사실증명 및 국내거소신고 사실증명 발급', 'en', 'Certificates of alien registration and of domestic residence report')) else '{}' end)
                from jsonb_array_elements(document -> 'services') service),
              'counters', (select jsonb_agg(jsonb_build_object('id', number::text, 'primary', array[case when number <= 6 then 'resident' else 'tax' end], 'helping',
                  array['passport'])) from generate_series(1, {{Counters}}) number),
              'zones', '[{"id": "1f", "name": {"ko": "1층 종합민원실", "en": "First floor, civil affairs"}, "counters": ["1", "2", "3", "4", "5", "6"]},
                {"id": "2f", "name": {"ko": "2층 세무", "en": "Second floor, tax"}, "counters": ["7", "8", "9", "10", "11", "12"]}]'::jsonb)
            where slug = 'seocho'
            """);
        change.Parameters.AddWithValue(longNames);
        await change.ExecuteNonQueryAsync();
        await Eventually.TrueAsync(async () => await scene.Citizens.BoardAsync() is { Counters.Count: Counters, Zones: [{ Id: "1f" }, ..] }, "the office has two floors");
    }

    /// <summary>Every counter opens and calls somebody.</summary>
    public static async Task FillAsync(Scene scene)
    {
        for (var counter = 1; counter <= Counters; counter++)
        {
            await (await scene.ClerkAsync("kim", $"{counter}")).CallNextOfAsync(scene, counter <= 6 ? "resident" : "tax");
        }

        await scene.Citizens.IssueAsync();
        await scene.Citizens.IssueAsync("tax");
    }
}
