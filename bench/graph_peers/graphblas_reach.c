// The cheapest chain of at most four steps from one person to everybody, by min-plus products on one thread.
// usage: graphblas_reach TIES_CSV PERSON...   prints JSON
#include <GraphBLAS.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double milliseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return 1e3 * (double)now.tv_sec + (double)now.tv_nsec / 1e6;
}

struct Ties {
  GrB_Index *from, *to, count, people;
  float *cost;
};

static struct Ties read_ties(char const *path) {
  struct Ties ties = {0};
  size_t room = 1 << 20;
  ties.from = malloc(room * sizeof *ties.from);
  ties.to = malloc(room * sizeof *ties.to);
  ties.cost = malloc(room * sizeof *ties.cost);
  FILE *file = fopen(path, "r");
  unsigned long a = 0, b = 0;
  float cost = 0;
  while (file && fscanf(file, "%lu,%lu,%f", &a, &b, &cost) == 3) {
    if (ties.count + 2 > room) {
      room *= 2;
      ties.from = realloc(ties.from, room * sizeof *ties.from);
      ties.to = realloc(ties.to, room * sizeof *ties.to);
      ties.cost = realloc(ties.cost, room * sizeof *ties.cost);
    }
    for (int side = 0; side < 2; ++side) {
      ties.from[ties.count] = side ? b : a;
      ties.to[ties.count] = side ? a : b;
      ties.cost[ties.count++] = cost;
    }
    if (b >= ties.people)
      ties.people = b + 1;
  }
  if (file)
    fclose(file);
  return ties;
}

static GrB_Index reached_from(GrB_Matrix matrix, GrB_Index people, GrB_Index person) {
  GrB_Vector costs;
  GrB_Vector_new(&costs, GrB_FP32, people);
  GrB_Vector_setElement_FP32(costs, 0, person);
  for (int hop = 0; hop < 4; ++hop)
    GrB_vxm(costs, GrB_NULL, GrB_MIN_FP32, GrB_MIN_PLUS_SEMIRING_FP32, costs, matrix, GrB_NULL);
  GrB_Vector_wait(costs, GrB_MATERIALIZE);
  GrB_Index reached = 0;
  GrB_Vector_nvals(&reached, costs);
  GrB_Vector_free(&costs);
  return reached;
}

int main(int argc, char **argv) {
  if (argc < 3)
    return 2;
  GrB_init(GrB_NONBLOCKING);
  GxB_Global_Option_set(GxB_GLOBAL_NTHREADS, 1);
  struct Ties ties = read_ties(argv[1]);
  GrB_Matrix matrix;
  GrB_Matrix_new(&matrix, GrB_FP32, ties.people, ties.people);
  GrB_Matrix_build_FP32(matrix, ties.from, ties.to, ties.cost, ties.count, GrB_MIN_FP32);
  GrB_Matrix_wait(matrix, GrB_MATERIALIZE);
  printf("[");
  for (int i = 2; i < argc; ++i) {
    double const wall = milliseconds(CLOCK_MONOTONIC), cpu = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    GrB_Index const reached = reached_from(matrix, ties.people, (GrB_Index)atoll(argv[i]));
    printf("%s{\"reached\": %llu, \"wall_ms\": %.3f, \"cpu_ms\": %.3f}", i > 2 ? ", " : "", (unsigned long long)reached,
           milliseconds(CLOCK_MONOTONIC) - wall, milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu);
  }
  printf("]\n");
  GrB_finalize();
  return 0;
}
