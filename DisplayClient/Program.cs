using DisplayClient;
using DisplayClient.Announcing;
using DisplayClient.Boards;
using DisplayClient.Live;
using DisplayClient.Memory;
using DisplayClient.Pairing;
using DisplayClient.Panels;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddSingleton<IBoardLinks>(new HubBoardLinks(new Uri(builder.HostEnvironment.BaseAddress)))
    .AddSingleton(new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) })
    .AddSingleton<IPairingApi, PairingApi>()
    .AddSingleton<BoardConnection>()
    .AddSingleton<IScreenMemory, BrowserMemory>()
    .AddSingleton<WebSound>()
    .AddSingleton(services => new SoundSwitch(services.GetRequiredService<WebSound>()))
    .AddSingleton<ISound>(services => services.GetRequiredService<SoundSwitch>())
    .AddSingleton<IHereApi, HereApi>()
    .AddSingleton<HereTurn>()
    .AddSingleton<Announcer>()
    .AddSingleton<Lobby>()
    .AddSingleton<IPanelLinks, HubPanelLinks>()
    .AddSingleton<PanelConnection>()
    .AddSingleton<PanelSession>();
await builder.Build().RunAsync();
