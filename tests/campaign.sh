#!/usr/bin/env bash
# Runs the comparisons with simulators and brute force on far more random designs than the ordinary tests do.
# Usage: tests/campaign.sh [networks] [designs]     (a release build; 10000 networks take some minutes)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
program="${LINTEL_ANALYSIS_TESTS:-$root/build/release/lintel_analysis_tests}"
[ -x "$program" ] || { echo "build lintel_analysis_tests first: cmake --preset release && cmake --build build/release --target lintel_analysis_tests" >&2; exit 2; }
LINTEL_SIMULATED_NETWORKS="${1:-10000}" LINTEL_RANDOM_DESIGNS="${2:-1000}" \
  "$program" --gtest_filter='PacketSimulator.*:AvailabilityProperties.*'
