using CounterClient;
using CounterClient.Components;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.Services.AddSingleton(new Server(new Uri(new Uri(builder.HostEnvironment.BaseAddress), "/")));
builder.Services.AddSingleton(services => new HttpClient { BaseAddress = services.GetRequiredService<Server>().Address });
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<StaffApi>();
builder.Services.AddSingleton<RoomApi>();
builder.Services.AddSingleton<ScreensApi>();
builder.Services.AddSingleton<HistoryApi>();
builder.Services.AddSingleton<IProtectionApi, ProtectionApi>();
builder.Services.AddSingleton<Ticker>();
builder.Services.AddSingleton<Page>();
builder.Services.AddSingleton<Clipboard>();
builder.Services.AddSingleton<Drafts>();
await builder.Build().RunAsync();
