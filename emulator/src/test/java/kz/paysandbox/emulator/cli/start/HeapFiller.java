package kz.paysandbox.emulator.cli.start;

import java.util.ArrayList;
import java.util.List;

/** A process that runs out of memory in a thread that nobody watches, while another would keep it going for ever. */
public final class HeapFiller {

    private HeapFiller() {}

    public static void main(String[] args) throws InterruptedException {
        OutOfMemory.watchThreads();
        Thread eater = new Thread(() -> {
            List<long[]> eaten = new ArrayList<>();
            while (eaten.size() < Integer.MAX_VALUE) {
                eaten.add(new long[1_000_000]);
            }
        });
        eater.start();
        Thread.currentThread().join();
    }
}
