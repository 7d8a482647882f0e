// A folder for the files of one test, removed in the end.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace attache::keep::sqlite {

class TestFolder {
public:
  TestFolder() {
    auto name = (std::filesystem::temp_directory_path() / "attache-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~TestFolder() { std::filesystem::remove_all(folder_); }
  TestFolder(TestFolder const&) = delete;
  TestFolder& operator=(TestFolder const&) = delete;

  [[nodiscard]] std::string path(std::string const& name) const { return (folder_ / name).string(); }

private:
  std::filesystem::path folder_;
};

} // namespace attache::keep::sqlite
