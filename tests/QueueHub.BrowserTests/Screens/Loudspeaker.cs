namespace QueueHub.BrowserTests.Screens;

/// <summary>Hears what a lobby screen announces.</summary>
internal static class Loudspeaker
{
    // An announcement is several clips that are started together. Which number it is stands out on the screen meanwhile, also while the browser refuses sound.
    private const string Listen = """
        (() => {
          const start = AudioBufferSourceNode.prototype.start;
          const outstanding = () => {
            const number = document.querySelector('.call.announced .number');
            return [...number?.childNodes ?? []].filter(part => part.nodeType === Node.TEXT_NODE).map(part => part.data.trim()).join('');
          };
          let begun = false;
          let before = '';
          window.announced = [];
          window.outstood = [];
          setInterval(() => {
            const number = outstanding();
            if (number && number !== before) window.outstood.push(number);
            before = number;
          }, 100);
          AudioBufferSourceNode.prototype.start = function (...when) {
            if (!begun) {
              begun = true;
              setTimeout(() => {
                begun = false;
                window.announced.push(outstanding());
              }, 500);
            }
            return start.apply(this, when);
          };
        })();
        """;

    /// <summary>Listens from the first moment; before the page is loaded.</summary>
    public static Task ListenAsync(this IPage tv) => tv.AddInitScriptAsync(Listen);

    /// <summary>Somebody touches the screen, and it may speak.</summary>
    public static async Task LetSpeakAsync(this IPage tv)
    {
        await Expect(tv.Waiting("주민등록")).ToBeVisibleAsync();
        await tv.ClickAsync("body");
        await Expect(tv.GetByText("소리 켜기")).ToHaveCountAsync(0);
    }

    /// <summary>Waits until these numbers have been announced, and no others.</summary>
    public static Task HeardAsync(this IPage tv, params int[] numbers) => tv.OnlyAsync("announced", numbers);

    /// <summary>Waits until these numbers have stood out on the screen, one after another, and no others.</summary>
    public static Task OutstoodAsync(this IPage tv, params int[] numbers) => tv.OnlyAsync("outstood", numbers);

    private static async Task OnlyAsync(this IPage tv, string list, int[] numbers)
    {
        var wanted = string.Join(' ', numbers);
        var heard = "";
        try
        {
            await Eventually.TrueAsync(
                async () => (heard = string.Join(' ', await tv.EvaluateAsync<string[]>($"window.{list}"))) == wanted, wanted, TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            Assert.Equal(wanted, heard);
        }
    }
}
