/* What runs in the guest: its first process, the agent that answers questions over a serial line, and the program of every domain under test.
 *
 *   /init             as the first process: boots, and serves
 *   PROGRAM do STEP…  does steps, and ends with the errno of the first that fails, or 0; ";" stands between steps
 */
#include "system.h"
#include "steps.h"
#include "boot.h"
#include "agent.h"

int main(int count, char **words) {
    if (count >= 2 && same(words[1], "do")) return steps(words + 2);
    if (sys(getpid) != 1) return 0;
    boot();
    serve();
    return 0;
}
