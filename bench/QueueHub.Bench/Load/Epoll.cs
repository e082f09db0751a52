using System.Runtime.InteropServices;

namespace QueueHub.Bench.Load;

/// <summary>Linux's readiness events: .NET's own sockets would cost the generator a task for each of ten thousand phones.</summary>
internal static partial class Epoll
{
    public const uint Readable = 0x1;
    public const int Add = 1;
    private const int CloseOnExec = 0x80000;

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct Event
    {
        public uint Events;
        public int Index;
        public int Padding;
    }

    public static int Create() => Create(CloseOnExec);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    public static partial int Control(int epoll, int operation, int socket, ref Event @event);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int Wait(int epoll, [Out] Event[] events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    public static partial nint Receive(int socket, Span<byte> buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int handle);
}
