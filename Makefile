# Two commands do everything: `make run` and `make test`. Other cases: make run ARGS="cases/clean.yaml --lang en"
ARGS = cases/2020.yaml

.PHONY: help run test lint bench clean

help: ## 显示这些命令 / show these commands
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /  —  /'

run: ## 安装并检查 2020 年案例 / set up and check the 2020 case
	@sh scripts/setup.sh run
	@sh scripts/run.sh $(ARGS)

test: ## 安装并运行全部测试 / set up and run all tests
	@sh scripts/setup.sh test
	@if [ -x .venv/bin/python ]; then .venv/bin/python -m pytest; else .venv/Scripts/python.exe -m pytest; fi

lint: ## 格式、静态检查和类型 / format, lint and types
	@sh scripts/setup.sh test
	@.venv/bin/ruff format --check . && .venv/bin/ruff check . && .venv/bin/mypy

bench: ## 测速度 / measure speed
	@sh scripts/setup.sh test
	@.venv/bin/python benchmarks/speed.py

clean: ## 删去 .venv / remove .venv
	@rm -rf .venv
