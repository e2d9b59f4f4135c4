/* The search of src/lib/network/paths.ts in C, on the same snapshot: how near the machine's limit is it?
   yardstick SNAPSHOT QUERIES ANSWERS ROUNDS */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { int32_t neighbour; float strength; } Link;
typedef struct { int32_t next, node, target; float strength; } LastTie;
typedef struct { double strength; int32_t steps[4]; } Path;

static int32_t nodes, *starts, *first;
static Link *links;
static uint32_t *marked;
static LastTie *last;
static int count, room = 1024, kept, k, backwards, root;
static double top;
static Path list[1000];

static int is_before(const Path *one, const Path *other) {
	if (one->strength != other->strength) return one->strength > other->strength;
	for (int at = 0; at < 4; at++)
		if (one->steps[at] != other->steps[at]) return one->steps[at] < other->steps[at];
	return 0;
}

static void offer(double strength, int32_t one, int32_t two, int32_t target) {
	Path path = {strength, {1 + (one >= 0) + (two >= 0), one, two, target}};
	int at = kept;
	while (at > 0 && is_before(&path, &list[at - 1])) at--;
	if (at == k) return;
	if (kept < k) kept++;
	memmove(&list[at + 1], &list[at], (size_t)(kept - 1 - at) * sizeof(Path));
	list[at] = path;
}

static double floor_of(int ties) {
	if (kept < k) return 0;
	double least = list[k - 1].strength;
	return list[k - 1].steps[0] < ties ? least + least * 0x1p-53 : least;
}

static int is_marked(int32_t node) { return marked[node >> 5] >> (node & 31) & 1; }

static void add(int32_t node, int32_t target, float strength) {
	if (count == room) last = realloc(last, (size_t)(room *= 2) * sizeof(LastTie));
	int32_t there = is_marked(node) ? first[node] : -1;
	last[count] = (LastTie){there, node, target, strength};
	if (strength > top) top = strength;
	if (there < 0 || strength > last[there].strength) first[node] = count;
	else { last[count].next = last[there].next; last[there].next = count; }
	marked[node >> 5] |= 1u << (node & 31);
	count++;
}

static void add_ties_of(int32_t target) {
	for (int32_t at = starts[target] / 2; at < starts[target + 1] / 2; at++) {
		if (links[at].neighbour == root)
			offer(links[at].strength, -1, -1, backwards ? root : target);
		else add(links[at].neighbour, target, links[at].strength);
	}
}

static void search_two(void) {
	for (int32_t at = starts[root] / 2; at < starts[root + 1] / 2; at++) {
		double strength = links[at].strength;
		if (strength * top < floor_of(2)) return;
		int32_t middle = links[at].neighbour;
		if (!is_marked(middle)) continue;
		for (int32_t tie = first[middle]; tie >= 0; tie = last[tie].next)
			offer(strength * last[tie].strength, middle, -1, backwards ? root : last[tie].target);
	}
}

static void offer_three(int32_t near, int32_t far, double strength, double least) {
	if (strength * last[first[far]].strength < least) return;
	for (int32_t tie = first[far]; tie >= 0; tie = last[tie].next) {
		if (last[tie].target == near) continue;
		double product = strength * last[tie].strength;
		if (backwards) offer(product, far, near, root);
		else offer(product, near, far, last[tie].target);
	}
}

static void fetch(int32_t from, int32_t end) {
	for (int32_t at = from; at < end; at++) __builtin_prefetch(&links[starts[links[at].neighbour] / 2]);
}

static void search_three(void) {
	int32_t begin = starts[root] / 2, end = starts[root + 1] / 2;
	for (int32_t at = begin; at < end; at++) {
		double strength = links[at].strength, least = floor_of(3);
		if (strength * top < least) return;
		if ((at - begin) % 16 == 0) fetch(at, at + 16 < end ? at + 16 : end);
		int32_t near = links[at].neighbour;
		for (int32_t on = starts[near] / 2; on < starts[near + 1] / 2; on++) {
			if (strength * top * links[on].strength < least) break;
			if (!is_marked(links[on].neighbour)) continue;
			offer_three(near, links[on].neighbour, strength * links[on].strength, least);
			least = floor_of(3);
		}
	}
}

static double links_beyond(int32_t node) {
	int32_t start = starts[node] / 2, end = starts[node + 1] / 2;
	int32_t until = end < start + 64 ? end : start + 64;
	double sum = 0;
	for (int32_t at = start; at < until; at++)
		sum += starts[links[at].neighbour + 1] - starts[links[at].neighbour];
	return until > start ? sum * (end - start) / (until - start) : 0;
}

static int compare(const void *one, const void *other) {
	int32_t a = *(const int32_t *)one, b = *(const int32_t *)other;
	return (a > b) - (a < b);
}

static void ask(int32_t from, int32_t *targets, int length) {
	kept = 0;
	backwards = length == 1 && links_beyond(targets[0]) < links_beyond(from);
	root = backwards ? targets[0] : from;
	if (length == 1) {
		if (targets[0] != from) add_ties_of(backwards ? from : targets[0]);
	} else {
		qsort(targets, (size_t)length, sizeof *targets, compare);
		for (int at = 0; at < length; at++)
			if (targets[at] != from && (!at || targets[at] != targets[at - 1])) add_ties_of(targets[at]);
	}
	search_two();
	search_three();
	for (int tie = 0; tie < count; tie++) marked[last[tie].node >> 5] = 0;
	count = 0;
	top = 0;
}

static int32_t *read_all(const char *path, size_t *numbers) {
	FILE *file = fopen(path, "rb");
	if (!file) exit(2);
	fseek(file, 0, SEEK_END);
	size_t size = (size_t)ftell(file);
	rewind(file);
	int32_t *read = malloc(size);
	if (fread(read, 1, size, file) != size) exit(2);
	fclose(file);
	*numbers = size / 4;
	return read;
}

static double now(void) {
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* A query: from, k, how many targets, the targets. An answer: milliseconds, how many, strengths. */
int main(int parts, char **part) {
	if (parts != 5) return 1;
	size_t size;
	int32_t *snapshot = read_all(part[1], &size), *queries = read_all(part[2], &size);
	nodes = snapshot[2];
	links = (Link *)(snapshot + 6);
	starts = snapshot + 6 + snapshot[3];
	marked = calloc((size_t)nodes / 32 + 1, 4);
	first = calloc((size_t)nodes, 4);
	last = malloc((size_t)room * sizeof(LastTie));
	FILE *answers = fopen(part[3], "wb");
	if (!answers) return 2;
	for (int round = 0; round < atoi(part[4]); round++)
		for (int32_t *query = queries; query < queries + size; query += 3 + query[2]) {
			k = query[1];
			double start = now();
			ask(query[0], query + 3, query[2]);
			double answer[2] = {now() - start, kept};
			fwrite(answer, sizeof(double), 2, answers);
			for (int at = 0; at < kept; at++) fwrite(&list[at].strength, sizeof(double), 1, answers);
		}
	return fclose(answers);
}
